package dev.sluice.confluence;

/** Whose credentials are in use. The id is an account id on Cloud and a user key on Data Center. */
public record Account(String id, String displayName) {}
