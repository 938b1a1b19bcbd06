package dev.sluice.detector.closing;

import dev.sluice.detector.manifest.Manifest;
import dev.sluice.detector.manifest.SnapshotWriter;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.store.ObjectStore;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Puts the manifest's snapshot, and what rendering found, into the destination, whole or not at all; the one before stays as {@code .bak}. */
@ApplicationScoped
class Snapshots {

    private static final String TIME_OF_WRITING = "  \"exported_at\" : ";

    private final Manifest manifest;
    private final SnapshotWriter writer;
    private final FindingFiles findings;
    private final Stores stores;

    Snapshots(Manifest manifest, SnapshotWriter writer, FindingFiles findings, Stores stores) {
        this.manifest = manifest;
        this.writer = writer;
        this.findings = findings;
        this.stores = stores;
    }

    /** What rendering found goes first: the snapshot is the seal. {@link NotRecordedYetException} until the run's outcomes are in the manifest. */
    Outcome.SnapshotWritten write(RunEvent.Sealing event) {
        int recorded = manifest.recorded(event.run().run());
        if (recorded < event.recorded()) {
            throw new NotRecordedYetException(event.run().run(), recorded, event.recorded());
        }
        ObjectStore store = stores.open(event.run().destination());
        FindingFiles.Count found = findings.write(event.run().export(), store);
        try {
            Path spool = Files.createTempFile("sluice-manifest", ".json");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool))) {
                    writer.write(event.run().export(), event.header(), out);
                }
                replace(store, event.header().snapshot(), spool);
            } finally {
                Files.delete(spool);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome.SnapshotWritten(event.run(), found.unhandledMacros(), found.brokenLinks());
    }

    /** A snapshot that differs by nothing but the time of writing is left untouched. */
    private static void replace(ObjectStore store, String key, Path spool) throws IOException {
        Optional<InputStream> present = store.open(key);
        if (present.isPresent() && isSame(present.get(), spool)) {
            return;
        }
        store.copy(key, key + ".bak");
        try (InputStream in = Files.newInputStream(spool)) {
            store.put(key, in);
        }
    }

    private static boolean isSame(InputStream present, Path spool) throws IOException {
        try (BufferedReader before = new BufferedReader(new InputStreamReader(present, StandardCharsets.UTF_8));
                BufferedReader after = Files.newBufferedReader(spool)) {
            while (true) {
                String one = before.readLine();
                String other = after.readLine();
                boolean timeOfWriting = one != null && one.startsWith(TIME_OF_WRITING);
                if (!Objects.equals(one, other)
                        && !(timeOfWriting && String.valueOf(other).startsWith(TIME_OF_WRITING))) {
                    return false;
                }
                if (one == null) {
                    return true;
                }
            }
        }
    }
}
