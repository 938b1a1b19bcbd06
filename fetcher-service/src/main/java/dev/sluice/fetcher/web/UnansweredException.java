package dev.sluice.fetcher.web;

/** No usable answer has come; another try may bring one. */
final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnansweredException(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
