package dev.sluice.planner.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When schedules are due. */
class TimetableTest {

    @ParameterizedTest
    @CsvSource({
        "0 3 * * *, UTC, 2026-01-01T02:59:00Z, 2026-01-01T03:00:00Z",
        "0 3 * * *, UTC, 2026-01-01T03:00:00Z, 2026-01-02T03:00:00Z",
        "*/15 * * * *, UTC, 2026-01-01T02:46:00Z, 2026-01-01T03:00:00Z",
        "0 3 * * 1-5, UTC, 2026-01-02T04:00:00Z, 2026-01-05T03:00:00Z",
        "0 3 * * *, Europe/Berlin, 2026-01-01T00:00:00Z, 2026-01-01T02:00:00Z",
        "0 3 * * *, Europe/Berlin, 2026-07-01T00:00:00Z, 2026-07-01T01:00:00Z"
    })
    void theNextTimeIsByTheClocksOfTheZone(String cron, String zone, Instant now, Instant next) {
        assertThat(Timetable.of(cron, zone).after(now)).isEqualTo(next);
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsNotSkippedForADay() {
        // When, in the night in which 02:00 becomes 03:00
        Instant next = Timetable.of("30 2 * * *", "Europe/Berlin").after(Instant.parse("2026-03-28T23:00:00Z"));

        // Then
        assertThat(next).isBetween(Instant.parse("2026-03-29T00:59:59Z"), Instant.parse("2026-03-29T01:30:01Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily", "0 3 * *", "61 3 * * *", "0 0 30 2 *"})
    void whatIsNoTimeIsRefusedInOneSentence(String cron) {
        assertThatThrownBy(() -> Timetable.of(cron, "UTC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cron is minute, hour,");
    }

    @Test
    void whatIsNoZoneIsRefusedInOneSentence() {
        assertThatThrownBy(() -> Timetable.of("0 3 * * *", "Mars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("zone is a time zone such as");
    }
}
