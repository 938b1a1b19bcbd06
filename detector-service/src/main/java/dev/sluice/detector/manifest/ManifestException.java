package dev.sluice.detector.manifest;

/** The database did not keep or give the manifest. */
public final class ManifestException extends RuntimeException {
    public ManifestException(String message, Throwable cause) {
        super(message, cause);
    }
}
