package dev.sluice.pipeline;

/** A line of the catalog: a resource of the run and its number. */
public record CatalogEntry(int seq, Resource resource) {}
