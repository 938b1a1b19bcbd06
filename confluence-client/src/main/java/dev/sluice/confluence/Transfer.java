package dev.sluice.confluence;

/** An answer on its way, with the right to have it. Closing it gives both back. */
record Transfer(Answer answer, RequestGate.Permit permit, boolean fromSite) implements AutoCloseable {

    @Override
    public void close() {
        try (permit) {
            answer.close();
        }
    }
}
