package dev.sluice.renderer.output;

import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads storage bodies from the archive, and makes sure that they are the ones meant. */
final class ArchivedBody {

    private final ObjectStore store;

    ArchivedBody(ObjectStore store) {
        this.store = store;
    }

    String read(StoredCopy body) {
        try (InputStream in = store.open(body.key())
                .orElseThrow(() -> new DamagedException("The archived body '%s' is missing.".formatted(body.key())))) {
            byte[] bytes = in.readAllBytes();
            if (!OutputTree.sha256(bytes).equals(body.sha256())) {
                throw new DamagedException(
                        "The archived body '%s' has changed since it was fetched.".formatted(body.key()));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
