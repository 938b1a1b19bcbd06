package dev.sluice.cli;

import dev.sluice.cli.command.SluiceCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The process behind {@code ./sluice}. Starts broker, database and services only for commands that need them, and halts
 * when the command is over: what has to be closed in order is closed by then.
 */
@QuarkusMain
public final class SluiceMain {

    private SluiceMain() {}

    public static void main(String... arguments) {
        int exitCode = SluiceCommand.execute(arguments);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
