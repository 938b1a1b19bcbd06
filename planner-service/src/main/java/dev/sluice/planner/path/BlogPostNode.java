package dev.sluice.planner.path;

import java.time.LocalDate;

/** A blog post, which lies in the folder of its day. */
public record BlogPostNode(String id, LocalDate day, String title) {}
