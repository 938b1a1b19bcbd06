package dev.sluice.confluence;

import static dev.sluice.confluence.ConfluenceException.Category.FORBIDDEN;
import static dev.sluice.confluence.ConfluenceException.Category.MALFORMED;
import static dev.sluice.confluence.ConfluenceException.Category.NOT_AUTHORISED;
import static dev.sluice.confluence.ConfluenceException.Category.NOT_FOUND;
import static dev.sluice.confluence.ConfluenceException.Category.THROTTLED;
import static dev.sluice.confluence.ConfluenceException.Category.UNAVAILABLE;

import dev.sluice.confluence.TransientFailure.Kind;
import dev.sluice.confluence.limit.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;

/** Says of an answer that is not the wanted one which category of failure it is, and in one sentence what to do. */
final class Refusals {

    private static final int BODY_WORTH_READING = 64 * 1024;

    private final Site site;
    private final InstantSource clock;

    Refusals(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    /** Returns when the site's answer is a 200 in the name of our credentials. */
    void requireOk(Answer answer) throws TransientFailure {
        if (answer.isAnonymous() && !site.isAnonymous()) {
            throw notAuthorised(answer, "took the call as anonymous");
        }
        if (answer.isRedirect()) {
            throw redirected(answer);
        }
        if (answer.status() != 200) {
            throw refused(answer);
        }
    }

    /** A login page came instead of what was asked for. */
    TransientFailure signedOut(Answer answer) {
        return new TransientFailure(
                Kind.SIGNED_OUT, AskedWait.NONE, notAuthorised(answer, "answered with its login page"));
    }

    /** The site says that we are nobody. */
    ConfluenceException anonymous() {
        return new ConfluenceException(
                NOT_AUTHORISED,
                "Confluence at " + site.baseUrl() + " does not accept " + credentials() + "; check " + advice() + ".");
    }

    private ConfluenceException notAuthorised(Answer answer, String what) {
        return new ConfluenceException(
                NOT_AUTHORISED,
                "Confluence at " + site.baseUrl() + " " + what + " instead of accepting " + credentials() + " ("
                        + answer.trace() + "); check " + advice() + ".");
    }

    /** A web page came where data was expected: a login page perhaps, or else not a Confluence at all. */
    TransientFailure htmlInsteadOfData(Answer answer) {
        String page = beginning(answer);
        if (page.contains("login") || page.contains("log in")) {
            return signedOut(answer);
        }
        throw new ConfluenceException(
                MALFORMED,
                "The server answered " + Uris.shown(answer.uri()) + " with a web page instead of data ("
                        + answer.trace() + "); check that the address is that of a Confluence.");
    }

    TransientFailure throttled(Answer answer) {
        return new TransientFailure(
                Kind.THROTTLED,
                RateLimitHeaders.afterThrottling(answer, clock.instant()),
                new ConfluenceException(
                        THROTTLED,
                        "The server still asks to slow down at " + Uris.shown(answer.uri()) + " after many waits ("
                                + answer.trace() + "); run again later or with fewer requests at once."));
    }

    TransientFailure unavailable(Answer answer) {
        return new TransientFailure(
                Kind.BROKEN,
                new AskedWait(
                        RetryAfter.parse(answer.header("Retry-After"), clock.instant()), Pause.Reason.UNAVAILABLE),
                new ConfluenceException(
                        UNAVAILABLE,
                        "The server fails at " + Uris.shown(answer.uri()) + " again and again (" + answer.trace()
                                + "); run again later."));
    }

    /** Who the credentials are, without their secret. */
    private String credentials() {
        return switch (site.credentials()) {
            case Credentials.Basic basic -> "the credentials of " + basic.user();
            case Credentials.Bearer _, Credentials.OAuth _ -> "the access token";
            case Credentials.Anonymous _ -> "anonymous visitors";
        };
    }

    private String advice() {
        return switch (site.credentials()) {
            case Credentials.Basic _ ->
                site.product() == Product.CLOUD
                        ? "the e-mail address and the API token"
                        : "the user name and the password";
            case Credentials.Bearer _ -> "that the token is whole and has not expired";
            case Credentials.OAuth _ ->
                "that the app has the scopes that docs/cli.md names, and run 'sluice login --oauth' again";
            case Credentials.Anonymous _ -> "whether the site is public, or sign in";
        };
    }

    private ConfluenceException refused(Answer answer) throws TransientFailure {
        return switch (answer.status()) {
            case 401 -> notAuthorised(answer, "refused the call");
            case 403 -> forbidden(answer);
            case 404, 410 ->
                new ConfluenceException(
                        NOT_FOUND,
                        Uris.shown(answer.uri()) + " does not exist, or is not visible with " + credentials() + " ("
                                + answer.trace() + "); check the address and the permissions.");
            case 429 -> throw throttled(answer);
            case 408, 500, 502, 503, 504 -> throw unavailable(answer);
            default ->
                new ConfluenceException(
                        MALFORMED,
                        "Confluence does not understand the request " + Uris.shown(answer.uri()) + " (" + answer.trace()
                                + "); check that its version is one that Sluice supports.");
        };
    }

    private ConfluenceException forbidden(Answer answer) {
        String body = beginning(answer);
        if (body.contains("cannot access confluence") || body.contains("not permitted to use confluence")) {
            return notAuthorised(answer, "refused the call");
        }
        return new ConfluenceException(
                FORBIDDEN,
                "Reading " + Uris.shown(answer.uri()) + " is not allowed with " + credentials() + " (" + answer.trace()
                        + "); ask for the permission in Confluence.");
    }

    private ConfluenceException redirected(Answer answer) throws TransientFailure {
        String location = answer.header("Location");
        if (location.toLowerCase(Locale.ROOT).contains("login")) {
            throw signedOut(answer);
        }
        return new ConfluenceException(
                MALFORMED,
                "The server sends " + Uris.shown(answer.uri()) + " elsewhere, to "
                        + Uris.origin(answer.uri().resolve(Uris.lenient(location))) + " (" + answer.trace()
                        + "); give the address that Confluence itself uses.");
    }

    private static String beginning(Answer answer) {
        try {
            byte[] bytes = answer.body().readNBytes(BODY_WORTH_READING);
            return new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }
}
