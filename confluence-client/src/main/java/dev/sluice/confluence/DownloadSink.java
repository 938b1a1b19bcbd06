package dev.sluice.confluence;

import java.io.IOException;
import java.io.InputStream;

/** Takes the bytes of a download. May be called again with a new stream when a transfer broke. */
@FunctionalInterface
public interface DownloadSink<T> {
    /** Reads the stream to its end. An {@link IOException} of the stream itself must be let through, for the retry. */
    T take(InputStream bytes) throws IOException;
}
