package dev.sluice.access;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A key as it is kept: its hash, whose it is, and what it allows. Keys are long and random, so that one round of SHA-256 is
 * enough.
 */
final class ApiKey {

    /** How every key begins, which tells it from a token of an identity provider. */
    static final String PREFIX = "sluice_";

    private static final int DIGEST_BYTES = 32;
    private static final int SHORTEST = 39;

    private final String owner;
    private final Role role;
    private final byte[] digest;

    ApiKey(String owner, Role role, String sha256) {
        this.owner = owner;
        this.role = role;
        this.digest = digest(owner, sha256);
    }

    private static byte[] digest(String owner, String sha256) {
        try {
            byte[] digest = HexFormat.of().parseHex(sha256);
            if (digest.length == DIGEST_BYTES) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            // said below, without what was given: it may be a key that somebody put in the place of its hash
        }
        throw new IllegalArgumentException(
                "The key of '%s' is not given as the SHA-256 of it, 64 hexadecimal digits: see docs/security.md."
                        .formatted(owner));
    }

    /** Whether somebody may have meant this to be a key. */
    static boolean isLike(String credential) {
        return credential.startsWith(PREFIX) && credential.length() >= SHORTEST;
    }

    /** In constant time, however many bytes agree. */
    boolean hasHash(byte[] hash) {
        return MessageDigest.isEqual(digest, hash);
    }

    String owner() {
        return owner;
    }

    Role role() {
        return role;
    }

    @Override
    public String toString() {
        return owner + " (" + role.word() + ")";
    }
}
