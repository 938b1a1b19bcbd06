package dev.sluice.cli.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.cli.destination.Destination;
import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.SnapshotHead;
import dev.sluice.pipeline.SnapshotOutput;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.export.ExportRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an export of what another tool exported: a snapshot that the next run takes over. Asks nobody. */
public final class StateImport {

    /**
     * What is to be read.
     *
     * @param file null for where the tool keeps it
     * @param url of the Confluence; null when the file says it
     * @param scopes empty when the file says them
     * @param paths templates in place of those that the tool has by default
     */
    public record Order(
            StateFormat format,
            @Nullable Path file,
            @Nullable String url,
            List<ScopeRef> scopes,
            Map<String, String> paths) {}

    private final Destination destination;
    private final Clock clock;

    public StateImport(Destination destination, Clock clock) {
        this.destination = destination;
        this.clock = clock;
    }

    /** Writes the snapshot; a sentence that says what it knows. */
    public String run(Order order) {
        if (destination.identity().isPresent() || destination.hasDatabase()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "%s is an export of Sluice already. State is taken over into a folder that is none yet."
                            .formatted(destination.folder()));
        }
        Path file = order.file() == null
                ? destination.folder().resolve(order.format().file())
                : order.file();
        ForeignState state = read(file, order);
        ExportHeader export = header(file, order, state);
        try {
            write(export, state);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s cannot be written to: %s.".formatted(destination.home(), e.getMessage()));
        }
        String passedOver = state.passedOver() == 0
                ? ""
                : " %d entries of other kinds were passed over.".formatted(state.passedOver());
        return "%d files of %s are taken over.%s Run 'sluice sync' to bring them up to date."
                .formatted(state.entries().size(), export.confluenceUrl(), passedOver);
    }

    private static ForeignState read(Path file, Order order) {
        try {
            JsonNode json = Wire.json().readTree(Files.readAllBytes(file));
            return order.format().state().read(json, order.url());
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s cannot be read as state of the form %s: %s.".formatted(file, order.format(), e.getMessage()));
        }
    }

    private static ExportHeader header(Path file, Order order, ForeignState state) {
        String url = order.url() == null ? state.url() : order.url();
        if (url == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "%s does not say which Confluence it is of; say it with --url.".formatted(file));
        }
        List<ScopeRef> scopes = order.scopes().isEmpty() ? state.scopes() : order.scopes();
        if (scopes.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "%s does not say what was exported; say it with --scope, such as --scope spaces:ENG,OPS."
                            .formatted(file));
        }
        Map<String, String> paths = new TreeMap<>(order.format().layout());
        paths.putAll(order.paths());
        try {
            String address = SiteAddresses.ofSluice(url);
            // refuses what could not be run
            ExportRequest wanted = new ExportRequest("default", address, "", scopes, Map.of(), paths);
            return new ExportHeader(
                    address, wanted.scopes(), null, null, state.minExportTimestamp(), wanted.paths(), null);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private void write(ExportHeader export, ForeignState state) throws IOException {
        destination.prepare();
        Path snapshot = destination.folder().resolve(DestinationLayout.SNAPSHOT);
        Path unfinished = snapshot.resolveSibling("manifest.json.tmp");
        try (SnapshotOutput out = new SnapshotOutput(
                new BufferedOutputStream(Files.newOutputStream(unfinished)),
                SnapshotHead.of(export, clock.instant()))) {
            for (Map.Entry<String, SnapshotEntry> entry : state.entries().entrySet()) {
                out.add(entry.getKey(), entry.getValue());
            }
        }
        Files.move(unfinished, snapshot, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.write(destination.folder().resolve(DestinationLayout.EXPORT), Wire.encode(export));
    }
}
