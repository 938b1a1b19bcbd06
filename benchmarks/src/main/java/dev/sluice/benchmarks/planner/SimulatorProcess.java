package dev.sluice.benchmarks.planner;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The simulator in a process of its own, so that what it holds does not count. */
final class SimulatorProcess implements AutoCloseable {

    static final String USER = "benchmark@example.com";
    static final String TOKEN = "token";

    private final Process process;
    private final BufferedReader said;
    private final URI url;

    private SimulatorProcess(Process process) throws IOException {
        this.process = process;
        this.said = process.inputReader();
        String first = said.readLine();
        if (first == null) {
            throw new IllegalStateException("the simulator did not start");
        }
        this.url = URI.create(first.substring(0, first.indexOf(' ')));
    }

    /** {@code simulator}: its jar. One space of pages with one attachment each. */
    static SimulatorProcess start(Path simulator, int pages) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx700m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", simulator.toString()));
        command.addAll(List.of("--spaces=1", "--pages=" + pages, "--blog-posts=0", "--attachments=1"));
        command.addAll(List.of("--plain-titles", "--port=0", "--user=" + USER, "--token=" + TOKEN));
        return new SimulatorProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    URI url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        said.close();
    }
}
