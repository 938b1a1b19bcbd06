package dev.sluice.fetcher.fetch;

import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoreException;
import dev.sluice.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** A store with room for a few bytes: it fills up in the middle of whatever is put into it. */
final class FullStore implements ObjectStore {

    private static final int ROOM = 3;

    @Override
    public StoredObject put(String key, InputStream bytes) {
        try {
            int taken = bytes.readNBytes(ROOM).length;
            throw new StoreException(
                    StoreException.Category.FULL, "Cannot write %s after %d bytes: full.".formatted(key, taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean putIfAbsent(String key, byte[] bytes) {
        return false;
    }

    @Override
    public Optional<InputStream> open(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> size(String key) {
        return Optional.empty();
    }

    @Override
    public boolean move(String from, String to) {
        return false;
    }

    @Override
    public boolean copy(String from, String to) {
        return false;
    }

    @Override
    public boolean delete(String key) {
        return false;
    }

    @Override
    public Stream<String> list(String prefix) {
        return Stream.empty();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
