package dev.sluice.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Runs the launcher as a user would. */
final class SluiceProcess {

    private final Path sluice;
    private final String user;
    private final String token;

    SluiceProcess(Path sluice, String user, String token) {
        this.sluice = sluice.toAbsolutePath();
        this.user = user;
        this.token = token;
    }

    /**
     * How a command went.
     *
     * @param duration of the run, as the command says it
     * @param peakKib largest resident set that was seen, in KiB
     */
    record Ended(double seconds, String duration, long peakKib) {}

    /** Runs to the end; {@link IllegalStateException} when the exit code is not 0. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(_ -> {}, arguments);
    }

    /** The same; {@code watcher}: given the id of the process, again and again, for as long as it runs. */
    Ended run(LongConsumer watcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(sluice.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("sluice-benchmark", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SLUICE_EMAIL", user);
        builder.environment().put("SLUICE_TOKEN", token);
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentKib(process.pid()));
            watcher.accept(process.pid());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue() + ": " + said);
        }
        String duration = said.lines()
                .filter(line -> line.contains("Duration:"))
                .map(line -> line.replace("Duration:", "").strip())
                .findFirst()
                .orElse("?");
        return new Ended(seconds, duration, peak);
    }

    /** From the process's own page in /proc; 0 where there is none. */
    private static long residentKib(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
