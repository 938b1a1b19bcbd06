package dev.sluice.detector.manifest;

/** The database did not keep or give the manifest, or what it is to be compared with is not there. */
public final class ManifestException extends RuntimeException {
    public ManifestException(String message, Throwable cause) {
        super(message, cause);
    }

    public ManifestException(String message) {
        super(message);
    }
}
