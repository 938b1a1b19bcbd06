package dev.sluice.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** A snapshot of many entries that is nowhere held as a whole. */
final class EndlessSnapshot extends InputStream {

    private final int entries;
    private byte[] part;
    private int next;
    private int entry;

    EndlessSnapshot(int entries) {
        this.entries = entries;
        this.part = ("{\"format_version\": 1, \"generated_by\": \"sluice\", \"exported_at\": \"2026-01-01T12:00:00Z\","
                        + "\"confluence_url\": \"https://acme.example\", \"scopes\": [], \"entries\": {")
                .getBytes(UTF_8);
    }

    @Override
    public int read() {
        while (next == part.length) {
            if (entry > entries) {
                return -1;
            }
            part = entry < entries ? entry() : "}}".getBytes(UTF_8);
            next = 0;
            entry++;
        }
        return part[next++];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int byteRead = read();
        if (byteRead < 0) {
            return -1;
        }
        into[offset] = (byte) byteRead;
        int copied = Math.min(length - 1, part.length - next);
        System.arraycopy(part, next, into, offset + 1, copied);
        next += copied;
        return copied + 1;
    }

    private byte[] entry() {
        String before = entry == 0 ? "" : ",";
        return (before + "\"page:" + entry + "\": {\"version\": 1, \"output_path\": \"ENG/" + entry
                        + ".md\", \"fetched_at\": \"2026-01-01T12:00:00Z\", \"status\": \"active\"}")
                .getBytes(UTF_8);
    }
}
