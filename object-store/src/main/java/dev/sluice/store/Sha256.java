package dev.sluice.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one checksum that Sluice uses, in lower-case hexadecimal. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** Reads the stream to its end and does not close it. */
    static String of(InputStream bytes) throws IOException {
        DigestInputStream digesting = new DigestInputStream(bytes, digest());
        digesting.transferTo(OutputStream.nullOutputStream());
        return hex(digesting.getMessageDigest().digest());
    }

    static String hex(byte[] sum) {
        return HexFormat.of().formatHex(sum);
    }
}
