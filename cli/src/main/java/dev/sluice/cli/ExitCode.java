package dev.sluice.cli;

/** How a command ended, as its process says it. Documented in {@code docs/cli.md}. */
public enum ExitCode {
    DONE(0),
    /** The run came to its end, but some resources failed. */
    SOME_FAILED(1),
    /** Wrong use or configuration: something to correct in the command. */
    USAGE(2),
    /** Refused, so that nothing is lost. */
    REFUSED(3),
    /** Confluence does not accept the credentials. */
    NOT_AUTHORISED(4),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
