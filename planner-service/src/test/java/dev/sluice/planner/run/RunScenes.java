package dev.sluice.planner.run;

import dev.sluice.catalog.Catalog;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.planner.crawl.Plan;
import dev.sluice.planner.export.ExportRequest;
import dev.sluice.planner.export.Exports;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Runs under way, for tests that look at them from outside. */
@Singleton
class RunScenes {

    private final Exports exports;
    private final RunRecords records;
    private final Stores stores;

    RunScenes(Exports exports, RunRecords records, Stores stores) {
        this.exports = exports;
        this.records = records;
        this.stores = stores;
    }

    /** A run, its export, and what can become of it. */
    record Scene(ExportId export, RunId id, Outcomes run, ObjectStore store) {

        Catalog catalog() {
            return new Catalog(store, id);
        }
    }

    /** A run to this folder whose thirty resources are published. */
    Scene ofThirtyResources(Path folder) {
        Scene scene = catalogedRun(folder);
        records.published(scene.id());
        return scene;
    }

    /** A run to this folder whose thirty resources are to be published. */
    Scene catalogedRun(Path folder) {
        String destination = folder.toUri().toString().replaceAll("/$", "");
        ExportId export = exports.ensure(new ExportRequest(
                "acme", "http://127.0.0.1:9/wiki", destination, List.of(new ScopeRef("spaces", List.of("ENG")))));
        RunId id = records.create(new RunRequest(export, RunPolicy.PRUNING, null, "key:test"));
        Scene scene = new Scene(export, id, new Outcomes(records.order(id).run()), stores.open(destination));
        scene.catalog().write(new TreeMap<>());
        records.cataloged(id, new Plan(30, 30));
        return scene;
    }
}
