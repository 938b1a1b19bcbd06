package dev.sluice.cli;

import dev.sluice.cli.command.SluiceCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process behind {@code ./sluice}. Starts broker, database and services only for commands that need them. */
@QuarkusMain
public final class SluiceMain {

    private SluiceMain() {}

    public static void main(String... arguments) {
        System.exit(SluiceCommand.execute(arguments));
    }
}
