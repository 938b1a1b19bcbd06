package dev.sluice.cli;

import dev.sluice.confluence.ConfluenceException;

/** A command cannot go on. The message is one sentence that says what to do. */
public final class CommandFailure extends RuntimeException {

    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** What Confluence refused, or could not give. */
    public static CommandFailure of(ConfluenceException refusal) {
        ExitCode code = switch (refusal.category()) {
            case NOT_AUTHORISED, FORBIDDEN -> ExitCode.NOT_AUTHORISED;
            case NOT_FOUND, THROTTLED, UNAVAILABLE, MALFORMED -> ExitCode.USAGE;
        };
        return new CommandFailure(code, String.valueOf(refusal.getMessage()));
    }
}
