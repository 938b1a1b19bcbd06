package dev.sluice.simulator.content;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of one version of an attachment. */
public sealed interface BinaryContent permits BinaryContent.Given, GeneratedBytes {

    /** Number of bytes. */
    long size();

    /** Writes the bytes from an offset to the end. */
    void writeTo(OutputStream out, long from) throws IOException;

    /** Bytes that someone uploaded. */
    final class Given implements BinaryContent {

        private final byte[] bytes;

        public Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out, long from) throws IOException {
            out.write(bytes, Math.toIntExact(from), Math.toIntExact(bytes.length - from));
        }
    }
}
