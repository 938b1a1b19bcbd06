package dev.sluice.confluence;

import dev.sluice.confluence.oauth.OAuthSession;

/** How a client proves who it is. Their {@code toString} never shows a secret. */
public sealed interface Credentials {

    /** Cloud: account e-mail and API token. Data Center: user name and password. */
    record Basic(String user, String secret) implements Credentials {
        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /** Data Center: a personal access token. */
    record Bearer(String token) implements Credentials {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** Cloud: an app of OAuth 2.0, whose access tokens last an hour and are renewed. */
    record OAuth(OAuthSession session) implements Credentials {
        @Override
        public String toString() {
            return "OAuth[]";
        }
    }

    /** Nobody, on purpose: only what the site shows to everybody. */
    record Anonymous() implements Credentials {}
}
