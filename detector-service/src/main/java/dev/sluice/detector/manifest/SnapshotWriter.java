package dev.sluice.detector.manifest;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.Wire;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes an export's manifest as JSON, entry by entry, in the order of their keys. */
@ApplicationScoped
public class SnapshotWriter {

    /** For a manifest of millions of entries: it is read as a whole. */
    private static final int LONGEST_SECONDS = 3600;

    /** Raised when older readers would misunderstand the form. */
    static final int FORMAT_VERSION = 1;

    private final Clock clock;

    SnapshotWriter(Clock clock) {
        this.clock = clock;
    }

    /** Writes to the end and closes the stream. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void write(ExportId export, ExportHeader header, OutputStream out) throws IOException {
        try (JsonGenerator json = Wire.json().createGenerator(out).useDefaultPrettyPrinter();
                Stream<ManifestEntry> entries = ManifestEntry.ofExport(export.value())) {
            json.writeStartObject();
            json.writeNumberField("format_version", FORMAT_VERSION);
            json.writeStringField("generated_by", "sluice");
            json.writeStringField("exported_at", clock.instant().toString());
            json.writeStringField("confluence_url", header.confluenceUrl());
            json.writePOJOField("scopes", header.scopes());
            json.writePOJOField("min_export_timestamp", header.minExportTimestamp());
            if (header.markdown() != null) {
                json.writePOJOField("markdown", header.markdown());
            }
            json.writeObjectFieldStart("entries");
            for (Iterator<ManifestEntry> all = entries.iterator(); all.hasNext(); ) {
                write(all.next(), json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void write(ManifestEntry entry, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(entry.id.resource());
        json.writeNumberField("version", entry.versionNumber);
        json.writeStringField("version_at", entry.versionAt.toString());
        json.writeStringField("checksum", entry.checksum);
        json.writeNumberField("size", entry.size);
        json.writeStringField("output_path", entry.path);
        json.writeStringField("fetched_at", entry.exportedAt.toString());
        json.writeStringField("status", entry.status);
        json.writeEndObject();
    }
}
