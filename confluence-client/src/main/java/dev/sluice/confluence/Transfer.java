package dev.sluice.confluence;

/** An answer on its way, with the right to have it. Closing it gives both back. */
record Transfer(Answer answer, RequestGate.Permit permit, boolean fromSite) implements AutoCloseable {

    /** What it means that this answer is such a failure: another host's is none of the site's. */
    TransientFailure failed(TransientFailure failure) {
        return fromSite ? failure : failure.elsewhere(Uris.origin(answer.uri()));
    }

    @Override
    public void close() {
        try (permit) {
            answer.close();
        }
    }
}
