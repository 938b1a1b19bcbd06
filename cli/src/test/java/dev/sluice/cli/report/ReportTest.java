package dev.sluice.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.confluence.limit.Pause;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Stage;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of a run. */
class ReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final RunId RUN = new RunId("0b9f6a52-7c1e-4e0c-9a55-3d3f1f6f2a11");

    private static final LedgerItem FAILURE =
            new LedgerItem(2, "page:3", "fail", "ENG/C.md", "No answer.", Stage.FETCH, FailureCategory.UNAVAILABLE);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s",
        "PT1.25S, 1.3 s",
        "PT59.9S, 59.9 s",
        "PT59.949S, 59.9 s",
        "PT59.96S, 1 min 0 s",
        "PT59M59.6S, 1 h 0 min",
        "PT1M, 1 min 0 s",
        "PT59M59S, 59 min 59 s",
        "PT26H5M, 26 h 5 min"
    })
    void durationsAreSaidAsPeopleSayThem(Duration duration, String words) {
        assertThat(Figures.duration(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1536, 1.5 KiB",
        "1048524, 1023.9 KiB",
        "1048575, 1.0 MiB",
        "1048576, 1.0 MiB",
        "9223372036854775807, 8.0 EiB"
    })
    void bytesAreSaidInTheLargestUnitThatFits(long bytes, String words) {
        assertThat(Figures.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void aTerminalGetsOneLineThatRenewsItselfAndGoesAtTheEnd() {
        // Given
        Ticking clock = new Ticking();

        // When
        try (Progress progress = new Progress(out, true, clock)) {
            progress.show(run(RunState.PLANNING, 0, 0), () -> "");
            clock.pass(Duration.ofMillis(100));
            progress.show(run(RunState.RUNNING, 1, 100), () -> "");
            clock.pass(Duration.ofSeconds(10));
            progress.show(run(RunState.RUNNING, 50, 100), () -> "");
        }

        // Then
        assertThat(text()).startsWith("\rListing what is there …\r50 of 100 resources, 5/s, about 10.0 s left");
        assertThat(text()).doesNotContain("1 of 100").doesNotContain("\n").endsWith(" \r");
    }

    @Test
    void elsewhereThereIsALineEveryFewSeconds() {
        // Given
        Ticking clock = new Ticking();

        // When
        try (Progress progress = new Progress(out, false, clock)) {
            for (int second = 0; second <= 12; second++) {
                progress.show(run(RunState.RUNNING, second, 100), () -> "");
                clock.pass(Duration.ofSeconds(1));
            }
        }

        // Then
        assertThat(text().lines().map(line -> line.split(" ", 2)[0])).containsExactly("5", "10");
        assertThat(text()).doesNotContain("\r\r");
    }

    @Test
    void aRunThatDoesNotGetOnSaysForHowLong() {
        // Given
        Ticking clock = new Ticking();
        Progress progress = new Progress(out, true, clock);
        clock.pass(Duration.ofSeconds(90));

        // When
        progress.show(run(RunState.RUNNING, 0, 100), () -> "");

        // Then
        assertThat(text()).contains("no progress for 1 min 30 s").doesNotContain("left");
    }

    @Test
    void theProgressSaysWhatItWaitsFor() {
        // Given
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        URI site = URI.create("https://acme.atlassian.net/wiki");

        // Then
        assertThat(Progress.waiting(site, new Pause(now.plusMillis(11_400), Pause.Reason.RATE_LIMIT), now))
                .isEqualTo("; acme.atlassian.net: waiting 12 s, rate limit");
        assertThat(Progress.waiting(site, new Pause(now.plusSeconds(2_400), Pause.Reason.QUOTA), now))
                .isEqualTo("; acme.atlassian.net: waiting 40 min 0 s, quota used up");
        assertThat(Progress.waiting(site, Pause.NONE, now)).isEmpty();
    }

    @Test
    void theSummarySaysHowMuchCouldNotBeRendered() {
        // When
        new RunSummary(out, Path.of("reports")).print(ended(RunState.SUCCEEDED, 0), listed(List.of()));

        // Then
        assertThat(text().lines())
                .contains("  Unknown macros: 3 (.sluice/macros.json)")
                .noneMatch(line -> line.contains("Broken links"));
    }

    @Test
    void theSummaryNamesWhatChangedAndWhatFailedAndTheFigures() {
        // When
        new RunSummary(out, Path.of("reports"))
                .print(
                        ended(RunState.INCOMPLETE, 1),
                        listed(List.of(
                                new LedgerItem(0, "page:1", "new", "ENG/A.md", "new"),
                                new LedgerItem(1, "page:2", "same", "ENG/B.md", "format"),
                                FAILURE)));

        // Then
        assertThat(text().lines())
                .containsExactly(
                        "  new:  ENG/A.md",
                        "  fail: ENG/C.md  FETCH, UNAVAILABLE: No answer.",
                        "Done, but 1 resource failed; 'sluice sync' tries it again.",
                        "  Scanned:        9 (6 pages, 3 attachments)",
                        "  Updated:        1",
                        "  Moved:          0",
                        "  Deleted:        0",
                        "  Unchanged:      7",
                        "  Failed:         1",
                        "  Requests:       1,234 (5 saved)",
                        "  Bytes written:  2.0 KiB",
                        "  Duration:       1 min 30 s",
                        "  All failures: " + Path.of("reports").resolve(RUN + ".json"));
    }

    @Test
    void aLongListOfChangesIsCutAndCounted() {
        // Given
        List<LedgerItem> items = IntStream.range(0, 60)
                .mapToObj(seq -> new LedgerItem(seq, "page:" + seq, "new", "ENG/" + seq + ".md", "new"))
                .toList();
        RunView run = view(RunState.SUCCEEDED, 60, 60, 60, 0, NOON.plusSeconds(1));

        // When
        new RunSummary(out, Path.of("reports")).print(run, listed(items));

        // Then
        assertThat(text().lines().filter(line -> line.startsWith("  new:"))).hasSize(50);
        assertThat(text()).contains("  … and 10 more").contains("Done.");
    }

    @Test
    void figuresAreTheSameInEveryLocale() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        // When
        try {
            new RunSummary(out, Path.of("reports")).print(ended(RunState.INCOMPLETE, 1), listed(List.of()));
        } finally {
            Locale.setDefault(before);
        }

        // Then
        assertThat(text()).contains("Requests:       1,234 (5 saved)", "Bytes written:  2.0 KiB", "1 min 30 s");
    }

    @Test
    void aRunThatWasStoppedSaysHowFarItGot() {
        // When
        new RunSummary(out, Path.of("reports")).printInterrupted(run(RunState.RUNNING, 40, 100));

        // Then
        assertThat(text()).startsWith("Interrupted after 40 of 100 resources; 'sluice sync' goes on from here.");
    }

    private static Items listed(List<LedgerItem> items) {
        return (after, limit) ->
                items.stream().filter(item -> item.seq() > after).limit(limit).toList();
    }

    private String text() {
        return written.toString(UTF_8);
    }

    private static RunView run(RunState state, int settled, int resources) {
        return view(state, settled, resources, 0, 0, null);
    }

    private static RunView ended(RunState state, int failed) {
        return view(state, 9, 9, 1, failed, NOON.plusSeconds(90));
    }

    @SuppressWarnings("ParameterNumber") // one for each figure that the tests vary
    private static RunView view(
            RunState state, int settled, int resources, int stored, int failed, @Nullable Instant end) {
        return new RunView(
                RUN,
                state,
                resources,
                resources * 2 / 3,
                resources,
                settled,
                Math.max(0, settled - stored - failed),
                stored,
                0,
                0,
                0,
                0,
                0,
                failed,
                0,
                0,
                0,
                1234,
                5,
                2048,
                state == RunState.SUCCEEDED ? 3 : null,
                state == RunState.SUCCEEDED ? 0 : null,
                NOON,
                NOON,
                end,
                null,
                null);
    }

    /** A clock that goes when told to. */
    private static final class Ticking extends Clock {
        private Instant now = NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
