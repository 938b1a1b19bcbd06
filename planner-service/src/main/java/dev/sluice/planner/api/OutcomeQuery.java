package dev.sluice.planner.api;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Stage;
import dev.sluice.planner.run.ItemFilter;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which outcomes of a run are asked for; everything that is said must be so. */
public class OutcomeQuery {

    /** Words for how resources ended, with commas between: {@code new,mod,mov,del,old,kept,gone,skip,fail,retried,same}. */
    @QueryParam("what")
    public @Nullable String what;

    /** Stage that failed. */
    @QueryParam("stage")
    public @Nullable String stage;

    /** Category of the failure. */
    @QueryParam("category")
    public @Nullable String category;

    /** Beginning of the path. */
    @QueryParam("path")
    public @Nullable String path;

    ItemFilter filter() {
        return new ItemFilter(whats(), word("stage", stage, Stage.values()), category(), path);
    }

    private Set<String> whats() {
        return what == null || what.isBlank()
                ? Set.of()
                : new TreeSet<>(List.of(what.strip().split("\\s*,\\s*")));
    }

    private @Nullable String category() {
        return word("category", category, FailureCategory.values());
    }

    private static @Nullable String word(String name, @Nullable String given, Enum<?>[] known) {
        if (given == null) {
            return null;
        }
        String wanted = given.toUpperCase(Locale.ROOT);
        if (Arrays.stream(known).noneMatch(one -> one.name().equals(wanted))) {
            throw new IllegalArgumentException("%s is one of %s.".formatted(name, Arrays.toString(known)));
        }
        return wanted;
    }
}
