package dev.sluice.confluence;

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
}
