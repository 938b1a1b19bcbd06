package dev.sluice.pipeline;

/** The stage that speaks. */
public enum Stage {
    PLAN,
    DETECT,
    FETCH,
    RENDER
}
