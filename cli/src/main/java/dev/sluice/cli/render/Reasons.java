package dev.sluice.cli.render;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words for people. */
final class Reasons {

    private Reasons() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException ignored -> "it is not there";
            case AccessDeniedException ignored -> "permission denied";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
