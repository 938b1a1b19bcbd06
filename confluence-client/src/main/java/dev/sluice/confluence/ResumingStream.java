package dev.sluice.confluence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a download. When it breaks off, the rest is asked for, and reading goes on where it stopped; a server that
 * does not give the rest ends it with what broke it.
 */
final class ResumingStream extends InputStream {

    /** Asks for the rest of a file; empty when that is not given. */
    @FunctionalInterface
    interface Source {
        Optional<Transfer> rest(Rest rest);
    }

    /** Times in a row that a rest may break off before its first byte. */
    private static final int MOST_FRUITLESS = 3;

    private final long size;
    private final Source source;
    private final String validator;
    /** Null while there is none under way. */
    private @Nullable Transfer transfer;

    private long position;
    private int fruitless;

    /** {@code size}: of the whole file; negative when not known, and then nothing is resumed. */
    ResumingStream(Transfer first, long size, Source source) {
        this.transfer = first;
        this.size = size;
        this.source = source;
        this.validator = Rest.validator(first.answer());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            try {
                int read = body().read(buffer, offset, length);
                if (read > 0) {
                    position += read;
                    fruitless = 0;
                }
                if (read >= 0 || position >= size) {
                    return read;
                }
                throw new IOException("ended after " + position + " of " + size + " bytes");
            } catch (IOException e) {
                resume(e);
            }
        }
    }

    private void resume(IOException cause) throws IOException {
        if (position == 0 || position >= size || ++fruitless > MOST_FRUITLESS) {
            throw cause;
        }
        // first, so that nobody waits for a place that this stream itself holds
        close();
        transfer = source.rest(new Rest(position, size, validator)).orElseThrow(() -> cause);
    }

    private InputStream body() throws IOException {
        if (transfer == null) {
            throw new IOException("the download is over");
        }
        return transfer.answer().body();
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        Transfer underWay = transfer;
        transfer = null;
        if (underWay != null) {
            underWay.close();
        }
    }
}
