package dev.sluice.cli.destination;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a destination say of its export.
 *
 * @param formatVersion of the snapshot; null when no run has succeeded yet
 * @param exportedAt when the snapshot was written
 * @param stale entries of what is gone and kept, see {@link SnapshotEntry#STALE}
 * @param lastRun the newest run report; null when there is none
 */
public record ExportStatus(
        @JsonProperty("confluence_url") String confluenceUrl,
        List<ScopeRef> scopes,
        @JsonProperty("format_version") @Nullable Integer formatVersion,
        @JsonProperty("exported_at") @Nullable String exportedAt,
        int active,
        int stale,
        int deleted,
        @JsonProperty("last_run") @Nullable JsonNode lastRun) {

    /** Reads the files, however many entries the snapshot has, in constant memory; empty for a folder that is no export. */
    public static Optional<ExportStatus> of(Destination destination) {
        Optional<ExportHeader> known = destination.identity();
        return known.map(export -> {
            Snapshot snapshot = new Snapshot();
            snapshot.read(destination.folder().resolve(export.snapshot()));
            return new ExportStatus(
                    export.confluenceUrl(),
                    export.scopes(),
                    snapshot.formatVersion,
                    snapshot.exportedAt,
                    snapshot.active,
                    snapshot.stale,
                    snapshot.deleted,
                    lastRun(destination.home().resolve("runs")).orElse(null));
        });
    }

    private static Optional<JsonNode> lastRun(Path reports) {
        if (!Files.isDirectory(reports)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(reports)) {
            Optional<Path> newest =
                    files.max(Comparator.comparingLong(file -> file.toFile().lastModified()));
            return newest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Wire.json().readTree(newest.get().toFile()).path("run"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The head of a snapshot, and its entries counted. */
    private static final class Snapshot {
        private static final int HEAD = 1;
        private static final int ENTRY = 3;
        private int depth;
        private @Nullable Integer formatVersion;
        private @Nullable String exportedAt;
        private int active;
        private int stale;
        private int deleted;

        void read(Path file) {
            if (!Files.exists(file)) {
                return;
            }
            try (JsonParser json = Wire.json().createParser(file.toFile())) {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    switch (token) {
                        case START_OBJECT -> depth++;
                        case END_OBJECT -> depth--;
                        case FIELD_NAME -> field(json.currentName(), json);
                        default -> {}
                    }
                }
            } catch (IOException e) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        "%s is damaged (%s). Run 'sluice sync' to write it anew.".formatted(file, e.getMessage()));
            }
        }

        private void count(@Nullable String status) {
            switch (Objects.requireNonNullElse(status, SnapshotEntry.DELETED)) {
                case SnapshotEntry.ACTIVE -> active++;
                case SnapshotEntry.STALE -> stale++;
                default -> deleted++;
            }
        }

        private void field(String name, JsonParser json) throws IOException {
            if (depth == HEAD && name.equals("format_version")) {
                formatVersion = json.nextIntValue(0);
            } else if (depth == HEAD && name.equals("exported_at")) {
                exportedAt = json.nextTextValue();
            } else if (depth == ENTRY && name.equals("status")) {
                count(json.nextTextValue());
            }
        }
    }
}
