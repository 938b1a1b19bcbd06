package dev.sluice.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of an API key, which is kept in the place of the key. */
public final class KeyDigest {

    private KeyDigest() {}

    /** As configuration has it: 64 hexadecimal digits. */
    public static String of(String key) {
        return HexFormat.of().formatHex(bytes(key));
    }

    static byte[] bytes(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no SHA-256", e);
        }
    }
}
