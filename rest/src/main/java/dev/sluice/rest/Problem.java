package dev.sluice.rest;

import jakarta.ws.rs.core.Response;

/**
 * What is wrong with a request, in the form of RFC 9457.
 *
 * @param type tells this kind of problem from others, for programs
 * @param title the same in a few words, for people
 * @param detail one sentence that says what to do
 */
public record Problem(String type, String title, int status, String detail) {

    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:sluice:problem:";

    /** The answer that says so. */
    public static Response response(int status, String kind, String detail) {
        Problem problem = new Problem(TYPES + kind, kind.replace('-', ' '), status, detail);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
