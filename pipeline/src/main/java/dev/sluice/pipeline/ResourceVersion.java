package dev.sluice.pipeline;

import java.time.Instant;

/** A version as Confluence states it. Numbers can go down, so versions are compared for equality only. */
public record ResourceVersion(int number, Instant createdAt) {}
