package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the planner says of a run as a whole. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = RunEvent.Closing.class, name = "closing"),
    @JsonSubTypes.Type(value = RunEvent.Sealing.class, name = "sealing"),
    @JsonSubTypes.Type(value = RunEvent.Ended.class, name = "ended")
})
public sealed interface RunEvent extends Keyed {

    RunRef run();

    @Override
    default String recordKey() {
        return run().run().value();
    }

    /** Every descriptor is published: numbers 0 to {@code resources - 1}. */
    record Planned(RunRef run, int resources) implements RunEvent {}

    /**
     * Every descriptor has its outcome, after a complete listing: the detector compares manifest and catalog.
     *
     * @param resources descriptors so far; follow-ups are numbered on from here
     * @param recorded how many outcomes of the run the detector records: it waits until it has that many
     * @param prune whether files of vanished resources are removed
     * @param allowMassDelete whether the guard on mass deletion is lifted
     */
    record Closing(RunRef run, int resources, int recorded, boolean prune, boolean allowMassDelete)
            implements RunEvent {}

    /** Nothing failed and everything is settled: the detector writes the manifest's snapshot. */
    record Sealing(RunRef run, int recorded, ExportHeader header) implements RunEvent {}

    /** The run is over. */
    record Ended(RunRef run, boolean successful) implements RunEvent {}
}
