package dev.sluice.confluence;

/** What asking for an attachment has given. */
public sealed interface Downloaded<T> {

    /** The bytes, in the form that the sink gave them; {@code stamp}: what the site said of them. */
    record Received<T>(T bytes, Stamp stamp) implements Downloaded<T> {}

    /** The site has no other bytes than those that were named. */
    record NotModified<T>() implements Downloaded<T> {}
}
