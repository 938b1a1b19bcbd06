package dev.sluice.confluence;

import java.net.URI;

/**
 * Where a Confluence is and how to sign in to it.
 *
 * @param baseUrl normalised: with {@code /wiki} on Cloud, with the context path on Data Center, without a slash at the end
 */
public record Site(Product product, URI baseUrl, Credentials credentials) {}
