package dev.sluice.messaging;

import dev.sluice.pipeline.RunId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a resource of a run is called in traces.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId of the imagined span that all stages hang their own under; 16 hexadecimal digits
 * @param lot from 0 to 1, spread evenly over resources: it decides who is followed
 */
record TraceName(String traceId, String spanId, double lot) {

    private static final HexFormat HEX = HexFormat.of();

    static TraceName of(RunId run, int seq) {
        byte[] hash = sha256(run.value() + "\n" + seq);
        double lot = (ByteBuffer.wrap(hash, 24, 8).getLong() >>> 11) * 0x1p-53;
        return new TraceName(HEX.formatHex(hash, 0, 16), HEX.formatHex(hash, 16, 24), lot);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
