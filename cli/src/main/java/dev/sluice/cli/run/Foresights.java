package dev.sluice.cli.run;

import dev.sluice.cli.destination.DestinationLock;
import dev.sluice.cli.destination.Snapshots;
import dev.sluice.cli.embedded.DatabaseCopy;
import dev.sluice.cli.embedded.EmbeddedStartException;
import dev.sluice.detector.closing.Preview;
import dev.sluice.detector.decide.Decisions;
import dev.sluice.detector.manifest.Adoption;
import dev.sluice.pipeline.AttachmentFilter;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.UnreadableSnapshotException;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.crawl.Plans;
import dev.sluice.planner.run.RunPolicy;
import dev.sluice.store.ObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares a listing with what the destination knows, on a copy. */
final class Foresights {

    private static final ExportId NONE = new ExportId("none");

    private final RunOrder order;
    private final ObjectStore catalogs;
    private final Path temporary;

    Foresights(RunOrder order, ObjectStore catalogs, Path temporary) {
        this.order = order;
        this.catalogs = catalogs;
        this.temporary = temporary;
    }

    Foreseen of(RunId id, Plan plan) {
        boolean hasDatabase = order.destination().hasDatabase();
        if (!hasDatabase && !Files.exists(order.destination().snapshot())) {
            return new Foreseen(id, plan, everything(id), order);
        }
        try (DatabaseCopy copy = hasDatabase ? copy() : DatabaseCopy.empty(temporary.resolve("db"))) {
            DatabaseCopy.KnownExport known = hasDatabase ? copy.export() : adopted(copy, id);
            if (known == null) {
                return new Foreseen(id, plan, everything(id), order);
            }
            RunRef run = run(id, known.id(), known.minExportAt());
            RunPolicy policy = order.policy();
            Preview preview = new Preview(copy.dataSource(), catalogs, new LocalFiles(order.destination()));
            return new Foreseen(
                    id, plan, preview.of(run, plan.resources(), policy.prune(), policy.allowMassDelete()), order);
        }
    }

    /** Nobody may write to the database while it is copied. */
    private DatabaseCopy copy() {
        Path data = order.destination().home().resolve("db");
        try (DestinationLock _ = DestinationLock.hold(order.destination())) {
            return DatabaseCopy.of(data, temporary.resolve("db"));
        }
    }

    /** Takes the snapshot over into the empty database; null when it cannot be read, as a run would have it. */
    private DatabaseCopy.@Nullable KnownExport adopted(DatabaseCopy database, RunId id) {
        Instant minExportAt = order.destination()
                .identity()
                .map(ExportHeader::minExportTimestamp)
                .orElse(null);
        RunRef run = run(id, NONE, minExportAt);
        try (Connection connection = database.dataSource().getConnection();
                SnapshotInput snapshot =
                        Snapshots.open(order.destination().snapshot()).orElseThrow()) {
            Adoption.copy(snapshot, run, Decisions.format(run), connection);
            return new DatabaseCopy.KnownExport(NONE, minExportAt);
        } catch (UnreadableSnapshotException e) {
            return null;
        } catch (SQLException e) {
            throw new EmbeddedStartException("The snapshot cannot be taken over", e);
        }
    }

    private RunRef run(RunId id, ExportId export, @Nullable Instant minExportAt) {
        RunPolicy policy = order.policy();
        RunMode mode = new RunMode(
                0, policy.force() ? Instant.now() : minExportAt, policy.noSmartSync(), policy.preserveLocalEdits());
        return new RunRef(
                id,
                export,
                "default",
                order.site().baseUrl().toString(),
                order.destination().uri(),
                markdown(),
                mode);
    }

    /** How the run would write Markdown. */
    Map<String, String> markdown() {
        Map<String, String> settings = new TreeMap<>();
        order.destination().identity().map(ExportHeader::markdown).ifPresent(settings::putAll);
        settings.putAll(order.markdown());
        return settings;
    }

    private Preview.Foresight everything(RunId id) {
        RunRef run = run(id, NONE, null);
        AttachmentFilter filter = AttachmentFilter.of(run.markdownSettings());
        List<Change> changes = new ArrayList<>();
        List<Outcome.Skipped> skipped = new ArrayList<>();
        new Plans(catalogs)
                .read(
                        id,
                        entries -> entries.forEach(entry -> {
                            Resource resource = entry.resource();
                            filter.refusal(resource)
                                    .ifPresentOrElse(
                                            reason -> skipped.add(new Outcome.Skipped(
                                                    run, entry.seq(), resource.key(), resource.path(), reason)),
                                            () -> changes.add(new Change.Fetch(
                                                    new Descriptor(run, entry.seq(), resource), ChangeReason.NEW)));
                        }));
        return new Preview.Foresight(changes, 0, skipped, new Outcome.FollowUps(run, null, 0, 0, 0));
    }
}
