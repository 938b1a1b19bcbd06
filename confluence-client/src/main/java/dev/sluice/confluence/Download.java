package dev.sluice.confluence;

import static dev.sluice.confluence.ConfluenceException.Category.MALFORMED;
import static dev.sluice.confluence.ConfluenceException.Category.UNAVAILABLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the answers of one download: redirects, login pages, failures, and at last the bytes. */
final class Download<T> {

    static final int MAX_REDIRECTS = 5;

    private static final int NOT_MODIFIED = 304;

    private static final Pattern LOGIN = Pattern.compile("(.*/)?(login|dologin|signin)(\\.[a-z]+)?/?");

    private final AttachmentRef attachment;
    private final Stamp held;
    private final DownloadSink<T> sink;
    private final Refusals refusals;
    /** False once the server has given something else than the rest that it was asked for. */
    private boolean givesRests = true;

    Download(AttachmentRef attachment, Stamp held, DownloadSink<T> sink, Refusals refusals) {
        this.attachment = attachment;
        this.held = held;
        this.sink = sink;
        this.refusals = refusals;
    }

    /** The receiver's answer, once it has all bytes; tries again while that can help. */
    Downloaded<T> run(DownloadRoute route, Retrying retrying) {
        ResumingStream.Source rest =
                missing -> givesRests ? retrying.run(() -> rest(route, missing)) : Optional.empty();
        return retrying.run(() -> {
            Transfer transfer = route.follow(this, null);
            try (ResumingStream bytes = new ResumingStream(transfer, attachment.size(), rest)) {
                return receive(transfer, bytes);
            }
        });
    }

    /** What the site is asked, along with the address: for the rest, or, of a whole file, for bytes that are not held. */
    Map<String, String> headers(@Nullable Rest rest) {
        return rest == null ? held.headers() : rest.headers();
    }

    /** The rest of the file; empty when the server gives something else, which is then read from its beginning. */
    private Optional<Transfer> rest(DownloadRoute route, Rest missing) throws TransientFailure {
        Transfer transfer = route.follow(this, missing);
        if (missing.isIn(transfer.answer())) {
            return Optional.of(transfer);
        }
        try (transfer) {
            return switch (transfer.answer().status()) {
                case 429 -> throw transfer.failed(refusals.throttled(transfer.answer()));
                case 408, 500, 502, 503, 504 -> throw transfer.failed(refusals.unavailable(transfer.answer()));
                default -> {
                    givesRests = false;
                    yield Optional.empty();
                }
            };
        }
    }

    /** Where a redirect leads; a login page is no place to go. */
    URI target(Answer redirect) throws TransientFailure {
        URI target = redirect.uri().resolve(Uris.lenient(redirect.header("Location")));
        String path = String.valueOf(target.getPath()).toLowerCase(Locale.ROOT);
        if (LOGIN.matcher(path).matches()) {
            throw refusals.signedOut(redirect);
        }
        String scheme = String.valueOf(target.getScheme());
        if (target.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new ConfluenceException(MALFORMED, what() + " leads nowhere (" + redirect.trace() + ").");
        }
        return target;
    }

    ConfluenceException redirectedTooOften() {
        return new ConfluenceException(
                MALFORMED, what() + " is redirected more than " + MAX_REDIRECTS + " times; run again later.");
    }

    /** Hands the bytes of the last answer to the sink. */
    private Downloaded<T> receive(Transfer transfer, ResumingStream body) throws TransientFailure {
        Answer answer = transfer.answer();
        if (transfer.fromSite() && answer.status() == NOT_MODIFIED && !held.equals(Stamp.NONE)) {
            return new Downloaded.NotModified<>();
        }
        if (transfer.fromSite()) {
            refusals.requireOk(answer);
        } else if (answer.status() == 429) {
            throw transfer.failed(refusals.throttled(answer));
        } else if (answer.status() != 200) {
            // a media link lives for minutes only: the site is asked for a new one
            throw transfer.failed(refusals.unavailable(answer));
        }
        if (isLoginPage(answer)) {
            throw refusals.signedOut(answer);
        }
        OptionalLong announced = answer.contentLength();
        if (attachment.size() >= 0 && announced.isPresent() && announced.getAsLong() != attachment.size()) {
            throw incomplete(announced.getAsLong() + " bytes are offered", new IOException("other size than listed"));
        }
        return new Downloaded.Received<>(deliver(answer, body), transfer.fromSite() ? Stamp.of(answer) : Stamp.NONE);
    }

    private T deliver(Answer answer, ResumingStream body) throws TransientFailure {
        SizedStream bytes = new SizedStream(body, attachment.size());
        try {
            return sink.take(bytes);
        } catch (IOException e) {
            if (bytes.failure() == null) {
                throw new UncheckedIOException("the receiver of " + attachment.id() + " failed", e);
            }
            throw broken(answer, bytes, e);
        } catch (RuntimeException e) {
            IOException failure = bytes.failure();
            if (failure == null) {
                throw e;
            }
            throw broken(answer, bytes, failure);
        }
    }

    private TransientFailure broken(Answer answer, SizedStream bytes, IOException cause) {
        return answer.isHtml() ? refusals.signedOut(answer) : incomplete(bytes.count() + " bytes arrived", cause);
    }

    /** A page of HTML that is not the file: another size than the file's or, that unknown, another kind of name. */
    private boolean isLoginPage(Answer answer) {
        if (!answer.isHtml()) {
            return false;
        }
        if (attachment.size() < 0) {
            return !attachment.fileName().toLowerCase(Locale.ROOT).matches(".*\\.x?html?");
        }
        OptionalLong length = answer.contentLength();
        return length.isPresent() && length.getAsLong() != attachment.size();
    }

    private TransientFailure incomplete(String found, IOException cause) {
        String listed = attachment.size() < 0 ? "" : " of " + attachment.size() + " listed";
        return TransientFailure.broken(new ConfluenceException(
                UNAVAILABLE,
                what() + " does not arrive whole: " + found + listed
                        + "; run again, in case it was replaced meanwhile.",
                cause));
    }

    private String what() {
        return "The download of attachment " + attachment.id() + " of page " + attachment.pageId();
    }
}
