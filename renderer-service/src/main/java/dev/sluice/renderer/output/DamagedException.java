package dev.sluice.renderer.output;

/** Bytes are not what they were said to be, or not where. */
final class DamagedException extends RuntimeException {
    DamagedException(String message) {
        super(message);
    }
}
