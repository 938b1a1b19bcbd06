package dev.sluice.planner.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Times by a cron expression of five fields, as the clocks of a zone show them. */
final class Timetable {

    private final ZoneId zone;
    private final ExecutionTime times;

    private Timetable(ZoneId zone, ExecutionTime times) {
        this.zone = zone;
        this.times = times;
    }

    /** {@link IllegalArgumentException}, with a sentence for people, when it is none. */
    static Timetable of(String cron, String zone) {
        try {
            CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
            Timetable timetable = new Timetable(
                    ZoneId.of(zone), ExecutionTime.forCron(parser.parse(cron).validate()));
            timetable.after(Instant.EPOCH);
            return timetable;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone is a time zone such as UTC or Europe/Berlin, not '%s'.".formatted(zone), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cron is minute, hour, day of the month, month and day of the week, as in '0 3 * * 1-5', not '%s'."
                            .formatted(cron),
                    e);
        }
    }

    /** The next time after this one. What a change to summer time leaves out is made up for at once, not a day later. */
    Instant after(Instant moment) {
        ZonedDateTime now = moment.atZone(zone);
        return Stream.of(
                        next(now),
                        next(now.toLocalDateTime().atZone(ZoneOffset.UTC))
                                .map(clock -> clock.toLocalDateTime().atZone(zone)))
                .flatMap(Optional::stream)
                .map(ZonedDateTime::toInstant)
                .filter(next -> next.isAfter(moment))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("there is no such time"));
    }

    private Optional<ZonedDateTime> next(ZonedDateTime now) {
        return times.nextExecution(now);
    }
}
