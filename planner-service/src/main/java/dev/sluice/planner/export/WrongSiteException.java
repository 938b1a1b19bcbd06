package dev.sluice.planner.export;

/** The destination belongs to another Confluence than the one asked for. */
public final class WrongSiteException extends RuntimeException {
    WrongSiteException(String destination, String known, String asked) {
        super("%s is an export of %s, not of %s. Choose another destination, or the right URL. Nothing was touched."
                .formatted(destination, known, asked));
    }
}
