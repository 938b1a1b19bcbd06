package dev.sluice.systemtests.topology;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own, whose output goes to files. Dies with the test at the latest. */
public final class JavaProcess implements AutoCloseable {

    /** What runs in the background of a shell ignores interrupts, and so do its children, unless told otherwise. */
    private static final List<String> LISTENING_TO_CTRL_C =
            System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();

    private final Process process;
    private final Path out;
    private final Path err;
    private final List<ProcessHandle> children = new ArrayList<>();

    private JavaProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a JVM with these arguments; {@code name} is that of its log files. */
    static JavaProcess start(String name, List<String> arguments, Map<String, String> environment) {
        Path out = Installation.logs().resolve(name + ".out.log");
        Path err = Installation.logs().resolve(name + ".err.log");
        List<String> command = new ArrayList<>(LISTENING_TO_CTRL_C);
        command.add(Installation.java().toString());
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.to(out.toFile()))
                    .redirectError(ProcessBuilder.Redirect.to(err.toFile()));
            builder.environment().keySet().removeIf(variable -> variable.startsWith("SLUICE_"));
            builder.environment().putAll(environment);
            JavaProcess process = new JavaProcess(builder.start(), out, err);
            Runtime.getRuntime().addShutdownHook(new Thread(process::close));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** What it and its children listen on now. */
    public List<OpenPorts.OpenPort> openPorts() {
        return OpenPorts.of(process.toHandle());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, and gives its exit code. */
    public int await(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Process %d still runs after %s.".formatted(pid(), atMost));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end, and gives the command lines that anybody on the machine could read until then: its own, its children's. */
    public Set<String> commandLines(Duration atMost) {
        Set<String> seen = new TreeSet<>();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            do {
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .flatMap(each -> each.info().commandLine().stream())
                        .forEach(seen::add);
                if (System.nanoTime() > end) {
                    throw new AssertionError("Process %d still runs after %s.".formatted(pid(), atMost));
                }
            } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return seen;
    }

    /** kill -9: what it had started itself stays, as it does in life, until {@link #close()}. */
    public void kill() {
        process.descendants().forEach(children::add);
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /** What Ctrl-C sends. */
    public void interrupt() {
        signal("-INT");
    }

    /** What a container that is to stop is sent. */
    public void terminate() {
        signal("-TERM");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written to standard output. */
    public String out() {
        return read(out);
    }

    /** What it has written to standard error. */
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
