package dev.sluice.fetcher.fetch;

import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Content;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.StoredCopy;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reuses bytes that the destination holds, when they are still what the manifest says. */
final class HeldBytes {

    private final ObjectStore store;

    HeldBytes(ObjectStore store) {
        this.store = store;
    }

    /** Hands over the content without a request to Confluence; false when the bytes are lost or damaged. */
    boolean reuse(Change.Reuse change, Fetched fetched) {
        Optional<StoredCopy> intact = switch (change.target().resource()) {
            case PageResource ignored -> archived(change.held());
            case AttachmentResource file ->
                stage(
                        change.held().key(),
                        FileFetcher.stagingKey(change.target(), file),
                        List.of(change.held().sha256()));
            case ImageResource image -> throw new IllegalArgumentException("no image is reused: " + image.key());
        };
        intact.ifPresent(bytes -> add(new Content(change.target(), change.reason(), bytes, change.before()), fetched));
        return intact.isPresent();
    }

    private void add(Content content, Fetched fetched) {
        if (content.target().resource() instanceof PageResource) {
            fetched.addUnnamed(content, mentions(content));
        } else {
            fetched.add(content);
        }
    }

    /** Another renderer may show names that the one before did not ask for. */
    private Set<String> mentions(Content page) {
        if (page.reason() != ChangeReason.FORMAT) {
            return Set.of();
        }
        try (InputStream body = store.open(page.bytes().key()).orElseGet(InputStream::nullInputStream)) {
            return Mentions.in(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<StoredCopy> archived(StoredCopy body) {
        boolean intact = store.sha256(body.key()).filter(body.sha256()::equals).isPresent();
        return intact ? Optional.of(body) : Optional.empty();
    }

    /** Copies a file that has one of these checksums to staging: its own path may be overwritten by another one that moves there. */
    Optional<StoredCopy> stage(String path, String stagingKey, List<String> checksums) {
        Optional<InputStream> found = store.open(path);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = found.get()) {
            StoredObject staged = store.put(stagingKey, bytes);
            return checksums.contains(staged.sha256()) ? Optional.of(FileFetcher.copy(staged)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
