package dev.sluice.pipeline;

/**
 * What the planner says of one resource in one run. Its number is unique in the run, the numbers of a run start at 0 and
 * have no gaps; the run is accounted for by them.
 */
public record Descriptor(RunRef run, int seq, Resource resource) implements Keyed {
    public Descriptor {
        if (seq < 0) {
            throw new IllegalArgumentException("seq must not be negative: " + seq);
        }
    }

    /** The same number, and more, or less, said of its resource. */
    public Descriptor with(Resource other) {
        return new Descriptor(run, seq, other);
    }

    @Override
    public String recordKey() {
        return resource.key().toString();
    }
}
