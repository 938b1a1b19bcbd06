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
     * The site at the address, with one to three requests, or two more when it has to be asked by way of the gateway.
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
                found = answering(base, product);
            } catch (ConfluenceException e) {
                reason = graver(reason, e);
            }
            if (found.isPresent()) {
                return requireProduct(found.get(), product);
            }
        }
        throw reason != null && isFinal(reason) ? reason : notFound(address, reason);
    }

    /** The site at exactly this base URL, asked there or by way of the gateway; empty when there is no Confluence. */
    private Optional<Site> answering(URI base, @Nullable Product product) {
        Site site = new Site(product == null ? guess(base) : product, base, credentials);
        return switch (credentials) {
            case Credentials.OAuth _ -> answering(Gateway.to(site, patience(), timing));
            case Credentials.Anonymous _ -> answering(site);
            case Credentials.Basic _, Credentials.Bearer _ -> {
                try {
                    yield answering(site);
                } catch (ConfluenceException e) {
                    if (e.category() != ConfluenceException.Category.NOT_AUTHORISED) {
                        throw e;
                    }
                    yield Optional.of(throughGateway(site, e));
                }
            }
        };
    }

    /** Scoped tokens are refused by the site itself; the refusal stands when the gateway does not take them either. */
    private Site throughGateway(Site site, ConfluenceException refusal) {
        if (site.product() != Product.CLOUD) {
            throw refusal;
        }
        try {
            return answering(Gateway.to(site, patience(), timing)).orElseThrow(() -> refusal);
        } catch (ConfluenceException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private ClientSettings patience() {
        ClientSettings.Retries retries = settings.retries();
        return settings.withRetries(new ClientSettings.Retries(
                Math.min(retries.failures(), FAILURES_ACCEPTED),
                retries.throttled(),
                retries.firstDelay(),
                retries.longestDelay(),
                retries.longestRetryAfter()));
    }

    /** The site with the product that its answer shows; an anonymous visitor is not told, and goes by the address. */
    private Optional<Site> answering(Site site) {
        try (SiteHttp http = new SiteHttp(site, patience(), timing)) {
            JsonNode user = http.currentUser();
            if (user.hasNonNull("accountId")) {
                return Optional.of(as(Product.CLOUD, site));
            }
            if (user.hasNonNull("userKey") || user.hasNonNull("username")) {
                return Optional.of(as(Product.DATA_CENTER, site));
            }
            return site.isAnonymous() && user.path("type").asText("").equals("anonymous")
                    ? Optional.of(site)
                    : Optional.empty();
        }
    }

    private static Site as(Product product, Site site) {
        return new Site(product, site.baseUrl(), site.credentials(), site.apiUrl());
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
