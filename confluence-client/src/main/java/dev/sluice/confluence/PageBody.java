package dev.sluice.confluence;

/** A page with its body in storage format. */
public record PageBody(Page page, String storage) {}
