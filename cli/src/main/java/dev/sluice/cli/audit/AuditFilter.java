package dev.sluice.cli.audit;

import org.jspecify.annotations.Nullable;

/** Which records are looked for; null for any. */
public record AuditFilter(
        @Nullable String run,
        @Nullable String resource,
        @Nullable String action) {}
