package dev.sluice.pipeline;

/** The names of the topics. Who writes and who reads each one is told in {@code docs/architecture.md}. */
public final class Topics {

    public static final String DESCRIPTORS = "sluice.descriptors";
    public static final String CHANGES = "sluice.changes";
    public static final String CONTENTS = "sluice.contents";
    public static final String OUTCOMES = "sluice.outcomes";
    public static final String RUNS = "sluice.runs";
    public static final String AUDIT = "sluice.audit";
    public static final String DEAD_LETTERS = "sluice.dead-letters";

    private Topics() {}
}
