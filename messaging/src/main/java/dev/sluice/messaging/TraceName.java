package dev.sluice.messaging;

import dev.sluice.pipeline.Digests;
import dev.sluice.pipeline.RunId;
import java.nio.charset.StandardCharsets;

/**
 * What a resource of a run is called in traces.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId of the imagined span that all stages hang their own under; 16 hexadecimal digits
 * @param lot from 0 to 1, spread evenly over resources: it decides who is followed
 */
record TraceName(String traceId, String spanId, double lot) {

    static TraceName of(RunId run, int seq) {
        String hash = Digests.sha256((run.value() + "\n" + seq).getBytes(StandardCharsets.UTF_8));
        double lot = (Long.parseUnsignedLong(hash.substring(48), 16) >>> 11) * 0x1p-53;
        return new TraceName(hash.substring(0, 32), hash.substring(32, 48), lot);
    }
}
