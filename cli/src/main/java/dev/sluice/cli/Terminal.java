package dev.sluice.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that a person sits at. */
public final class Terminal {

    private Terminal() {}

    /** Empty when input or output is a pipe or a file. */
    public static Optional<Console> attached() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
