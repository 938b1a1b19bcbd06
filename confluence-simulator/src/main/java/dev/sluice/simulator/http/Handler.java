package dev.sluice.simulator.http;

/** Answers requests of one route. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
