package dev.sluice.planner.api;

import dev.sluice.pipeline.ExportId;
import dev.sluice.planner.run.RunInfo;
import dev.sluice.planner.run.Runs;
import dev.sluice.rest.Cursor;
import dev.sluice.rest.Listed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of lists of runs, from the newest on. */
final class RunLists {

    private static final String LIST = "runs";

    /** Later than any run. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private RunLists() {}

    /** Of the export; null for all. */
    static Listed<RunInfo> page(
            Runs runs, @Nullable ExportId export, @Nullable String cursor, @Nullable Integer wanted) {
        int limit = Listed.limit(wanted);
        Cursor after = Cursor.parse(LIST, cursor);
        List<RunInfo> found = after == null
                ? runs.before(export, END_OF_TIME, "", limit + 1)
                : runs.before(export, after.time(), after.id(), limit + 1);
        return Listed.of(
                found,
                limit,
                last -> Cursor.at(LIST, last.run().startedAt(), last.run().id().value()));
    }
}
