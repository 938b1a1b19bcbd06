package dev.sluice.detector.closing;

import dev.sluice.catalog.Catalog;
import dev.sluice.detector.decide.Decisions;
import dev.sluice.detector.decide.ExportedFiles;
import dev.sluice.detector.manifest.Manifest;
import dev.sluice.detector.manifest.ManifestException;
import dev.sluice.pipeline.CatalogEntry;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunRef;
import dev.sluice.store.ObjectStore;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run would do, by the same decisions as in a run, without doing it. Links of pages that would be exported anyway
 * are not looked at again; nothing is written.
 */
public final class Preview {

    private static final int AT_ONCE = 1000;

    /**
     * What is foreseen.
     *
     * @param changes of the listed resources, then those that the end of the run would show
     * @param unchanged resources that there is nothing to do about
     * @param skipped listed, but not taken by the export
     */
    public record Foresight(
            List<Change> changes, int unchanged, List<Outcome.Skipped> skipped, Outcome.FollowUps followUps) {}

    private final AgroalDataSource database;
    private final ObjectStore catalogs;
    private final Decisions decisions;

    /** {@code catalogs}: where the catalog of the run lies; {@code files}: those of the destination. */
    public Preview(AgroalDataSource database, ObjectStore catalogs, ExportedFiles files) {
        this.database = database;
        this.catalogs = catalogs;
        this.decisions = new Decisions(new Manifest(database), files);
    }

    /** Compares the catalog of the run, which has so many entries, with the manifest. */
    public Foresight of(RunRef run, int resources, boolean prune, boolean allowMassDelete) {
        List<Change> changes = new ArrayList<>();
        List<Outcome.Skipped> skipped = new ArrayList<>();
        new Catalog(catalogs, run.run()).read(entries -> decide(run, entries, changes, skipped));
        int unchanged = resources - changes.size() - skipped.size();
        FollowUpPlan plan = followUps(new RunEvent.Closing(run, resources, 0, prune, allowMassDelete));
        Set<ResourceKey> changed = new HashSet<>();
        changes.forEach(change -> changed.add(ResourceKey.parse(change.recordKey())));
        plan.changes().stream()
                .filter(change ->
                        change instanceof Change.Remove || !changed.contains(ResourceKey.parse(change.recordKey())))
                .forEach(changes::add);
        long linkedAnew = changes.stream()
                .filter(change ->
                        change instanceof Change.Reuse reuse && reuse.target().seq() >= resources)
                .count();
        return new Foresight(changes, (int) (unchanged - linkedAnew), skipped, plan.summary());
    }

    private void decide(RunRef run, Stream<CatalogEntry> entries, List<Change> changes, List<Outcome.Skipped> skipped) {
        List<Descriptor> some = new ArrayList<>(AT_ONCE);
        entries.forEach(entry -> {
            some.add(new Descriptor(run, entry.seq(), entry.resource()));
            if (some.size() == AT_ONCE) {
                decide(some, changes, skipped);
                some.clear();
            }
        });
        decide(some, changes, skipped);
    }

    private void decide(List<Descriptor> some, List<Change> changes, List<Outcome.Skipped> skipped) {
        Decisions.Verdict verdict = decisions.on(some);
        changes.addAll(verdict.changes());
        skipped.addAll(verdict.skipped());
    }

    private FollowUpPlan followUps(RunEvent.Closing closing) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return new Comparison(connection, catalogs, closing).followUps();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ManifestException("manifest and catalog cannot be compared", e);
        }
    }
}
