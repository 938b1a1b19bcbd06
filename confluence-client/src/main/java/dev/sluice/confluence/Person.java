package dev.sluice.confluence;

import org.jspecify.annotations.Nullable;

/**
 * Someone who has an account.
 *
 * @param id account id on Cloud, user key on Data Center
 * @param name for display; null where a listing of Cloud gives the id only
 */
public record Person(String id, @Nullable String name) {}
