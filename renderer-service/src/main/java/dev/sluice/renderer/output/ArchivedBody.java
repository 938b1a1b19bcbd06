package dev.sluice.renderer.output;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.Digests;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.renderer.links.PageBodies;
import dev.sluice.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads storage bodies from the archive, and makes sure that they are the ones meant. */
final class ArchivedBody {

    private final ObjectStore store;

    ArchivedBody(ObjectStore store) {
        this.store = store;
    }

    String read(StoredCopy body) {
        PageBodies.Body found = find(body.key())
                .orElseThrow(() -> new DamagedException("The archived body '%s' is missing.".formatted(body.key())));
        if (!found.sha256().equals(body.sha256())) {
            throw new DamagedException(
                    "The archived body '%s' has changed since it was fetched.".formatted(body.key()));
        }
        return found.storage();
    }

    /** The body of the page as last fetched, whichever version that was. */
    Optional<PageBodies.Body> latest(ResourceKey page) {
        return find(DestinationLayout.rawBody(page));
    }

    private Optional<PageBodies.Body> find(String key) {
        Optional<InputStream> found = store.open(key);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            byte[] bytes = in.readAllBytes();
            return Optional.of(new PageBodies.Body(new String(bytes, StandardCharsets.UTF_8), Digests.sha256(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
