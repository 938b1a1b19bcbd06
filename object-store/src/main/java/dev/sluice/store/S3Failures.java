package dev.sluice.store;

import dev.sluice.store.StoreException.Category;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs calls of the S3 client, again where that helps, and says of each error which category it is and, in one sentence, what to do. */
final class S3Failures {

    /** One call of the S3 client. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        T run() throws Exception;
    }

    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject", "ResourceNotFound");
    /** The second one: another request writes the object at this moment. */
    private static final Set<String> PRESENT = Set.of("PreconditionFailed", "ConditionalRequestConflict");

    private static final Set<String> FORBIDDEN = Set.of(
            "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "AccountProblem", "AllAccessDisabled");
    private static final Set<String> FULL =
            Set.of("XMinioStorageFull", "XMinioAdminBucketQuotaExceeded", "QuotaExceeded", "InsufficientStorage");
    private static final int INSUFFICIENT_STORAGE = 507;
    /** Servers answer with whole pages of HTML. */
    private static final int MAX_TEXT = 200;

    private final URI endpoint;
    private final String bucket;
    private final Patience patience;

    S3Failures(URI endpoint, String bucket, Patience patience) {
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.patience = patience;
    }

    void run(String action, Call<?> call) {
        Object _ = call(action, call);
    }

    /** Makes a call that cannot be made again. */
    void runOnce(String action, Call<?> call) {
        try {
            Object _ = call.run();
        } catch (Exception e) {
            throw failure(action, e);
        }
    }

    /** The call's answer; empty when there is none, or no such object. */
    <T> Optional<T> find(String action, Call<? extends @Nullable T> call) {
        try {
            return Optional.ofNullable(patience.call(call));
        } catch (ErrorResponseException e) {
            if (ABSENT.contains(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw failure(action, e);
        } catch (Exception e) {
            throw failure(action, e);
        }
    }

    /**
     * Makes a call that asks for an object not to be there yet; false when it is there, also when an earlier try of this
     * call has made it and its answer was lost.
     */
    boolean unlessPresent(String action, Call<?> call) {
        try {
            Object _ = patience.call(call);
            return true;
        } catch (ErrorResponseException e) {
            if (PRESENT.contains(e.errorResponse().code())) {
                return false;
            }
            throw failure(action, e);
        } catch (Exception e) {
            throw failure(action, e);
        }
    }

    <T> T call(String action, Call<? extends T> call) {
        try {
            return patience.call(call);
        } catch (Exception e) {
            throw failure(action, e);
        }
    }

    private RuntimeException failure(String action, Exception error) {
        String what = "Cannot " + action + " in bucket " + bucket + " at " + endpoint + ": ";
        return switch (error) {
            case ErrorResponseException e -> refused(what, e);
            case MinioException e -> new StoreException(Category.UNAVAILABLE, what + oneLine(e.getMessage()) + ".", e);
            case IOException e ->
                new StoreException(Category.UNAVAILABLE, what + e + "; check the address and that the server runs.", e);
            case GeneralSecurityException e ->
                new StoreException(Category.UNAVAILABLE, what + oneLine(e.getMessage()) + ".", e);
            case RuntimeException e -> e;
            default -> new StoreException(Category.UNAVAILABLE, what + oneLine(error.getMessage()) + ".", error);
        };
    }

    private static StoreException refused(String what, ErrorResponseException e) {
        String code = e.errorResponse().code();
        if (FORBIDDEN.contains(code)) {
            return new StoreException(
                    Category.FORBIDDEN, what + code + "; check the access key and what it may do.", e);
        }
        if (FULL.contains(code) || e.response().code() == INSUFFICIENT_STORAGE) {
            return new StoreException(Category.FULL, what + "no space is left; free some space and run again.", e);
        }
        if (code.equals("NoSuchBucket")) {
            return new StoreException(
                    Category.UNAVAILABLE, what + "there is no such bucket; create it or name another one.", e);
        }
        return new StoreException(
                Category.UNAVAILABLE,
                what + oneLine(code + " " + e.errorResponse().message()) + ".",
                e);
    }

    private static String oneLine(@Nullable String text) {
        String line = String.valueOf(text).replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }
}
