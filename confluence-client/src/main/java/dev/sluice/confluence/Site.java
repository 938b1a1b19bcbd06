package dev.sluice.confluence;

import java.net.URI;

/**
 * Where a Confluence is and how to sign in to it.
 *
 * @param baseUrl normalised: with {@code /wiki} on Cloud, with the context path on Data Center, without a slash at the end
 * @param apiUrl where it is asked: the same, or its address behind Atlassian's gateway
 */
public record Site(Product product, URI baseUrl, Credentials credentials, URI apiUrl) {

    /** A site that is asked where it is. */
    public Site(Product product, URI baseUrl, Credentials credentials) {
        this(product, baseUrl, credentials, baseUrl);
    }

    /** Whether it is asked as nobody. */
    public boolean isAnonymous() {
        return credentials instanceof Credentials.Anonymous;
    }
}
