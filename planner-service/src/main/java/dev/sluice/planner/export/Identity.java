package dev.sluice.planner.export;

import dev.sluice.pipeline.DestinationLayout;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.SnapshotInput;
import dev.sluice.pipeline.UndecodableException;
import dev.sluice.pipeline.UnreadableSnapshotException;
import dev.sluice.pipeline.Wire;
import dev.sluice.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The file in which a destination says whose export it is. */
public final class Identity {

    private final ObjectStore store;

    public Identity(ObjectStore store) {
        this.store = store;
    }

    /**
     * Writes what the destination is now an export of; refuses with {@link WrongSiteException} if it is another site's, and
     * with {@link AnonymousViewException} if it is what an account sees and nobody is asking.
     */
    public void claim(String destination, ExportHeader header, boolean anonymous) {
        ExportHeader export = anonymous ? header.forEverybody() : header;
        byte[] claim = Wire.encode(export);
        Optional<ExportHeader> known = said();
        if (known.isEmpty()) {
            snapshot().ifPresent(other -> requireSameSite(destination, other, export));
            if (store.putIfAbsent(DestinationLayout.EXPORT, claim)) {
                return;
            }
            // another planner was faster
            known = said();
        }
        known.ifPresent(other -> requireSameSite(destination, other, export));
        if (anonymous && known.filter(other -> !other.isForEverybody()).isPresent()) {
            throw new AnonymousViewException(destination);
        }
        if (!known.equals(Optional.of(export))) {
            store.put(DestinationLayout.EXPORT, new ByteArrayInputStream(claim));
        }
    }

    private static void requireSameSite(String destination, ExportHeader known, ExportHeader export) {
        if (!known.confluenceUrl().equals(export.confluenceUrl())) {
            throw new WrongSiteException(destination, known.confluenceUrl(), export.confluenceUrl());
        }
    }

    /** What the destination says it is an export of; when that file is lost, what its snapshot says. */
    public Optional<ExportHeader> find() {
        return said().or(this::snapshot);
    }

    private Optional<ExportHeader> said() {
        return store.open(DestinationLayout.EXPORT).map(Identity::read);
    }

    private Optional<ExportHeader> snapshot() {
        return store.open(DestinationLayout.SNAPSHOT).flatMap(Identity::head);
    }

    private static ExportHeader read(InputStream file) {
        try (InputStream in = file) {
            return Wire.decode(in.readAllBytes(), ExportHeader.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UndecodableException e) {
            throw new IllegalArgumentException(
                    "The destination's %s cannot be read, so it is not known which export lives there. Restore it, or choose another destination."
                            .formatted(DestinationLayout.EXPORT),
                    e);
        }
    }

    private static Optional<ExportHeader> head(InputStream file) {
        try (SnapshotInput snapshot = new SnapshotInput(file)) {
            return Optional.of(snapshot.head().export());
        } catch (UnreadableSnapshotException e) {
            // it says nothing; the detector sets it aside
            return Optional.empty();
        }
    }
}
