package dev.sluice.detector.closing;

/**
 * Keeps an export from being emptied by what is more likely a lost permission than a deletion: when more than a fifth of
 * it vanishes at once, nothing is removed unless that is asked for. Small losses always pass.
 */
final class DeletionGuard {

    /** As many resources may vanish from an export of any size. */
    static final int ALWAYS_ALLOWED = 20;

    private static final double LARGEST_SHARE = 0.2;

    private DeletionGuard() {}

    /** Whether so many of the known resources may be removed at once. */
    static boolean allows(int vanished, int known, boolean allowMassDelete) {
        return allowMassDelete || vanished <= ALWAYS_ALLOWED || vanished <= known * LARGEST_SHARE;
    }
}
