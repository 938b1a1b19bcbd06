package dev.sluice.simulator.http;

/** Ends the handling of a request with an error answer. */
public final class Refusal extends RuntimeException {

    private final transient Response response;

    public Refusal(Response response) {
        super("status " + response.status(), null, false, false);
        this.response = response;
    }

    public Response response() {
        return response;
    }
}
