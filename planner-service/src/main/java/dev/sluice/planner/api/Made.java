package dev.sluice.planner.api;

/** Names what was made. */
public record Made(String id) {}
