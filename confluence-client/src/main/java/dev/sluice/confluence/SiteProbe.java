package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what is behind the address that a user gave, and whether the credentials are good there. */
public final class SiteProbe {

    private static final int FAILURES_ACCEPTED = 2;

    private final Credentials credentials;
    private final ClientSettings settings;
    private final Timing timing;

    SiteProbe(Credentials credentials, ClientSettings settings, Timing timing) {
        this.credentials = credentials;
        this.settings = settings;
        this.timing = timing;
    }

    /**
     * The site at the address, with one to three requests.
     *
     * @param userUrl with or without scheme, {@code /wiki}, context path, or the path of a page
     * @param product null when not known
     * @throws ConfluenceException when it is unreachable, no Confluence, or refuses the credentials: one sentence that
     *     says what to do
     */
    public static Site find(
            String userUrl, @Nullable Product product, Credentials credentials, ClientSettings settings) {
        return new SiteProbe(credentials, settings, Timing.system()).find(userUrl, product);
    }

    Site find(String userUrl, @Nullable Product product) {
        SiteAddress address;
        try {
            address = SiteAddress.parse(userUrl);
        } catch (IllegalArgumentException e) {
            throw new ConfluenceException(ConfluenceException.Category.MALFORMED, String.valueOf(e.getMessage()), e);
        }
        ConfluenceException reason = null;
        Optional<Site> found = Optional.empty();
        for (URI base : address.candidates(product)) {
            try {
                found = at(base, product);
            } catch (ConfluenceException e) {
                reason = graver(reason, e);
            }
            if (found.isPresent()) {
                return requireProduct(found.get(), product);
            }
        }
        throw reason != null && isFinal(reason) ? reason : notFound(address, reason);
    }

    /** The site at exactly this base URL; empty when what answers there is no Confluence. */
    private Optional<Site> at(URI base, @Nullable Product product) {
        Product guess = product == null ? guess(base) : product;
        ClientSettings.Retries retries = settings.retries();
        ClientSettings patience = settings.withRetries(new ClientSettings.Retries(
                Math.min(retries.failures(), FAILURES_ACCEPTED),
                retries.throttled(),
                retries.firstDelay(),
                retries.longestDelay(),
                retries.longestRetryAfter()));
        try (SiteHttp http = new SiteHttp(new Site(guess, base, credentials), patience, timing)) {
            JsonNode user = http.currentUser();
            if (user.hasNonNull("accountId")) {
                return Optional.of(new Site(Product.CLOUD, base, credentials));
            }
            return user.hasNonNull("userKey") || user.hasNonNull("username")
                    ? Optional.of(new Site(Product.DATA_CENTER, base, credentials))
                    : Optional.empty();
        }
    }

    private static Product guess(URI base) {
        return base.getPath().endsWith("/wiki") ? Product.CLOUD : Product.DATA_CENTER;
    }

    private static Site requireProduct(Site site, @Nullable Product product) {
        if (product == null || product == site.product()) {
            return site;
        }
        throw new ConfluenceException(
                ConfluenceException.Category.MALFORMED,
                site.baseUrl() + " is Confluence " + name(site.product()) + ", not " + name(product)
                        + "; correct the product or leave it out.");
    }

    private static String name(Product product) {
        return switch (product) {
            case CLOUD -> "Cloud";
            case DATA_CENTER -> "Data Center";
        };
    }

    /** The one of two failures that tells the user more; a server that is not there ends the search. */
    private static ConfluenceException graver(@Nullable ConfluenceException known, ConfluenceException other) {
        return switch (other.category()) {
            case UNAVAILABLE, THROTTLED -> throw other;
            case NOT_AUTHORISED -> known != null && isFinal(known) ? known : other;
            case FORBIDDEN, NOT_FOUND, MALFORMED -> known == null ? other : known;
        };
    }

    private static boolean isFinal(ConfluenceException reason) {
        return reason.category() == ConfluenceException.Category.NOT_AUTHORISED;
    }

    private static ConfluenceException notFound(SiteAddress address, @Nullable ConfluenceException reason) {
        String where = "No Confluence was found at " + address.origin() + address.path();
        return reason == null
                ? new ConfluenceException(
                        ConfluenceException.Category.MALFORMED,
                        where + "; give the address that the browser shows when Confluence is open.")
                : new ConfluenceException(
                        ConfluenceException.Category.MALFORMED, where + ": " + reason.getMessage(), reason);
    }
}
