package dev.sluice.benchmarks;

import dev.sluice.simulator.RequestStatistics;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatedSite;
import dev.sluice.simulator.SimulatorFaults;
import dev.sluice.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A simulated Confluence, folders to export it to, and a launcher whose runs are timed and whose requests are counted. */
final class MeasuredSite implements AutoCloseable {

    private final PrintStream out;
    private final SimulatedConfluence confluence;
    private final SluiceProcess process;
    private final Path folders;

    MeasuredSite(PrintStream out, Path sluice, SimulatorOptions options) throws IOException {
        this.out = out;
        this.process = new SluiceProcess(sluice, options.user(), options.token());
        this.folders = Files.createTempDirectory("sluice-benchmark");
        this.confluence = SimulatedConfluence.start(options);
    }

    SimulatedSite site() {
        return confluence.site();
    }

    SimulatorFaults faults() {
        return confluence.faults();
    }

    /** Of the last run. */
    RequestStatistics statistics() {
        return confluence.statistics();
    }

    /** A folder to export to, which does not exist yet. */
    Path folder(String name) {
        return folders.resolve(name);
    }

    /** Exports the first space; prints figures. */
    SluiceProcess.Ended export(Path folder) throws IOException, InterruptedException {
        return run(
                "first export",
                List.of("spaces", "ENG", "--url", confluence.baseUrl().toString(), "-o", folder.toString()));
    }

    /** Syncs; prints figures. */
    SluiceProcess.Ended sync(String what, Path folder) throws IOException, InterruptedException {
        return run(what, List.of("sync", "-o", folder.toString()));
    }

    /** Syncs under the eyes of a watcher, who is given the id of the process; prints figures. */
    SluiceProcess.Ended sync(String what, Path folder, LongConsumer watcher) throws IOException, InterruptedException {
        return run(what, List.of("sync", "-o", folder.toString()), watcher);
    }

    /** What the simulator counted of the last run, at the site itself. */
    long requests() {
        return confluence.statistics().requests(RequestStatistics.Host.SITE);
    }

    String url() {
        return confluence.baseUrl().toString();
    }

    /** Runs a command; prints figures. */
    SluiceProcess.Ended run(String what, List<String> arguments) throws IOException, InterruptedException {
        return run(what, arguments, _ -> {});
    }

    private SluiceProcess.Ended run(String what, List<String> arguments, LongConsumer watcher)
            throws IOException, InterruptedException {
        RequestStatistics statistics = confluence.statistics();
        statistics.reset();
        SluiceProcess.Ended ended = process.run(watcher, arguments.toArray(String[]::new));
        out.printf(
                "  %-15s %5.1f s wall, run itself %s, peak memory %,d MiB; requests: %,d site, %,d media; %,d bodies, %,d binaries%n",
                what,
                ended.seconds(),
                ended.duration(),
                ended.peakKib() / 1024,
                statistics.requests(RequestStatistics.Host.SITE),
                statistics.requests(RequestStatistics.Host.MEDIA),
                statistics.bodies(),
                statistics.binaries());
        return ended;
    }

    /** Removes the folders; not earlier, because a file system is slow to give out what has just been deleted. */
    @Override
    public void close() throws IOException {
        confluence.close();
        try (Stream<Path> files = Files.walk(folders)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
