package dev.sluice.cli.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import java.time.Instant;
import java.util.SortedMap;

/** One form of state. What is read is an {@link IllegalArgumentException} with a reason when it is not of this form. */
interface StateFile {

    /** {@code url}: of the site to read, where there may be several; null when not said. */
    ForeignState read(JsonNode json, @org.jspecify.annotations.Nullable String url);

    /** As the tool would have written it. */
    Object write(SnapshotHead head, SortedMap<ResourceKey, SnapshotEntry> entries, Instant now);
}
