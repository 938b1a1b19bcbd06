package dev.sluice.cli.state;

import java.net.URI;

/** Sluice's address of a Cloud site ends with {@code /wiki}, that of other tools does not. */
final class SiteAddresses {

    private static final String CLOUD = ".atlassian.net";
    private static final String WIKI = "/wiki";

    private SiteAddresses() {}

    /** As Sluice has it. */
    static String ofSluice(String url) {
        String bare = url.replaceAll("/+$", "");
        return isCloud(bare) && !bare.endsWith(WIKI) ? bare + WIKI : bare;
    }

    static String ofOthers(String url) {
        return isCloud(url) && url.endsWith(WIKI) ? url.substring(0, url.length() - WIKI.length()) : url;
    }

    private static boolean isCloud(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && host.endsWith(CLOUD);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + url + "' is no address", e);
        }
    }
}
