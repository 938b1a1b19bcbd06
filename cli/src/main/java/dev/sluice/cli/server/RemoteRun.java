package dev.sluice.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.Terminal;
import dev.sluice.cli.report.Progress;
import dev.sluice.cli.report.Report;
import dev.sluice.cli.run.Interruption;
import dev.sluice.cli.run.RunWatch;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.planner.run.RunView;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run that a planner elsewhere does, watched from here. */
public final class RemoteRun {

    private static final String DATA = "data:";
    private static final long LOOKS_MILLIS = 50;
    private static final int MOST_BREAKS = 20;
    private static final long WAIT_MILLIS = 1000;

    private final RemotePlanner planner;
    private final Report report;
    private final PrintStream err;

    /** {@code report} takes the result, {@code err} the talk. */
    public RemoteRun(RemotePlanner planner, Report report, PrintStream err) {
        this.planner = planner;
        this.report = report;
        this.err = err;
    }

    /** Starts a run and blocks until it is over, or until nobody wants to watch any more: the run goes on then. */
    public ExitCode run(String export, RunPolicy policy) {
        JsonNode made = planner.post("exports/" + RemotePlanner.encoded(export) + "/runs", policy);
        RunId run = new RunId(made.path("id").asText());
        AtomicReference<@Nullable RunView> latest = new AtomicReference<>();
        CompletableFuture<RunView> end = CompletableFuture.supplyAsync(
                () -> follow(run, latest), task -> Thread.ofVirtual().start(task));
        try (Interruption interruption = Interruption.listen();
                Progress progress = new Progress(err, Terminal.attached().isPresent(), Clock.systemUTC())) {
            return watch(run, end, latest, interruption, progress);
        }
    }

    private ExitCode watch(
            RunId run,
            CompletableFuture<RunView> end,
            AtomicReference<@Nullable RunView> latest,
            Interruption interruption,
            Progress progress) {
        while (!end.isDone()) {
            RunView view = latest.get();
            if (view != null) {
                progress.show(view, () -> "");
            }
            if (interruption.within(LOOKS_MILLIS)) {
                progress.close();
                err.printf("sluice: Run %s goes on; 'sluice cancel %s --server …' ends it.%n", run, run);
                return ExitCode.INTERRUPTED;
            }
        }
        progress.close();
        RunView last = ended(end);
        report.print(last, new RemoteItems(planner, run));
        return RunWatch.exitCode(last);
    }

    private static RunView ended(CompletableFuture<RunView> end) {
        try {
            return end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Until the run is over; a connection that breaks is made again, unless it tells nothing new many times in turn. */
    private RunView follow(RunId run, AtomicReference<@Nullable RunView> latest) {
        int breaks = 0;
        while (true) {
            RunView before = latest.get();
            try (Stream<String> lines = planner.lines("runs/" + run + "/events")) {
                lines.filter(line -> line.startsWith(DATA))
                        .map(line -> view(line.substring(DATA.length())))
                        .forEach(latest::set);
            } catch (IOException e) {
                requirePatience(breaks, e);
            } catch (UncheckedIOException e) {
                requirePatience(breaks, new IOException(e.getMessage(), e));
            }
            RunView view = latest.get();
            if (view != null && view.state().ended()) {
                return view;
            }
            breaks = Objects.equals(view, before) ? breaks + 1 : 0;
            pause();
        }
    }

    private void requirePatience(int breaks, IOException e) {
        if (breaks >= MOST_BREAKS) {
            throw planner.unreachable(e);
        }
    }

    private static RunView view(String json) {
        return Wire.decode(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), RunView.class);
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
