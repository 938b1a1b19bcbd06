package dev.sluice.confluence.sites;

/** No site of that name is configured. */
public final class UnknownSiteException extends RuntimeException {
    UnknownSiteException(String name) {
        super("No site named '%s' is configured: set sluice.sites.\"%s\".url, .product and .token."
                .formatted(name, name));
    }
}
