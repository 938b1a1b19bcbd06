package dev.sluice.cli.state;

import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What another tool knows of its export.
 *
 * @param url of the Confluence; null when the tool does not keep it
 * @param scopes empty when the tool does not keep them
 * @param entries by resource key, in the form of Sluice's snapshot
 * @param passedOver how many of its resources Sluice does not export
 */
record ForeignState(
        @Nullable String url,
        List<ScopeRef> scopes,
        @Nullable Instant minExportTimestamp,
        SortedMap<String, SnapshotEntry> entries,
        int passedOver) {}
