package dev.sluice.cli.report;

import dev.sluice.confluence.limit.Pause;
import dev.sluice.planner.run.RunView;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Says on standard error how far a run is: a line that renews itself on a terminal, a line every few seconds elsewhere. */
public final class Progress implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private Instant next;
    private int shown;

    public Progress(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.next = terminal ? clock.instant() : clock.instant().plus(ELSEWHERE);
    }

    /** Shows where the run is, and what it waits for, if it is time to. */
    public void show(RunView run, Supplier<String> waiting) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(terminal ? ON_TERMINAL : ELSEWHERE);
        String line = line(run, now) + waiting.get();
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            out.flush();
            shown = line.length();
        } else {
            out.println(line);
        }
    }

    /** Says what a site asks to wait for; empty when it is for less than a second, or not at all. */
    public static String waiting(URI site, Pause pause, Instant now) {
        Duration left = pause.left(now);
        return left.compareTo(Duration.ofSeconds(1)) < 0
                ? ""
                : "; %s: waiting %s, %s"
                        .formatted(
                                site.getHost(),
                                Figures.left(left),
                                pause.reason().words());
    }

    /** Takes the line off the terminal. */
    @Override
    public void close() {
        if (terminal && shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }

    private static String line(RunView run, Instant now) {
        return switch (run.state()) {
            case PLANNING -> "Listing what is there …";
            case PUBLISHING, RUNNING, FOLLOWING_UP -> counts(run, now);
            case RETRYING -> counts(run, now) + ", trying again what failed";
            case CLOSING -> counts(run, now) + ", comparing with the manifest";
            case SEALING -> counts(run, now) + ", writing the snapshot";
            case SUCCEEDED, INCOMPLETE, FAILED, INTERRUPTED, CANCELLED -> counts(run, now);
        };
    }

    private static String counts(RunView run, Instant now) {
        Duration age = Duration.between(run.startedAt(), now);
        double seconds = Math.max(0.001, age.toMillis() / 1000.0);
        double rate = run.settled() / seconds;
        String eta = rate > 0 && run.settled() < run.resources()
                ? ", about %s left".formatted(Figures.duration(Duration.ofSeconds((long)
                        ((run.resources() - run.settled()) / rate))))
                : "";
        String stalled = Duration.between(run.progressedAt(), now).toSeconds() >= 30
                ? ", no progress for %s".formatted(Figures.duration(Duration.between(run.progressedAt(), now)))
                : "";
        String failed = run.failed() == 0 ? "" : ", %s failed".formatted(Figures.number(run.failed()));
        return "%s of %s resources, %s/s%s%s%s"
                .formatted(
                        Figures.number(run.settled()),
                        Figures.number(run.resources()),
                        Figures.number(Math.round(rate)),
                        failed,
                        eta,
                        stalled);
    }
}
