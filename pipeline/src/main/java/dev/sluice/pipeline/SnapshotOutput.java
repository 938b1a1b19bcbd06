package dev.sluice.pipeline;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a snapshot entry by entry, in constant memory, a field a line: made for version control. */
public final class SnapshotOutput implements AutoCloseable {

    private static final ObjectWriter ENTRY = Wire.json().writerFor(SnapshotEntry.class);

    private final JsonGenerator json;

    /** Writes the head. The stream is closed with this. */
    public SnapshotOutput(OutputStream out, SnapshotHead head) throws IOException {
        json = Wire.json().createGenerator(out).useDefaultPrettyPrinter();
        ExportHeader export = head.export();
        json.writeStartObject();
        json.writeNumberField("format_version", SnapshotHead.FORMAT_VERSION);
        json.writeStringField("generated_by", head.generatedBy());
        json.writeStringField("exported_at", head.exportedAt().toString());
        json.writeStringField("confluence_url", export.confluenceUrl());
        json.writePOJOField("scopes", export.scopes());
        json.writePOJOField("min_export_timestamp", export.minExportTimestamp());
        if (export.markdown() != null) {
            json.writePOJOField("markdown", export.markdown());
        }
        if (export.paths() != null) {
            json.writePOJOField("paths", export.paths());
        }
        if (export.manifest() != null) {
            json.writeStringField("manifest", export.manifest());
        }
        if (export.anonymous() != null) {
            json.writeBooleanField("anonymous", export.anonymous());
        }
        json.writeObjectFieldStart("entries");
    }

    /** Entries are written in the order in which they are added. */
    public void add(String resource, SnapshotEntry entry) throws IOException {
        json.writeFieldName(resource);
        ENTRY.writeValue(json, entry);
    }

    /** Writes the end. */
    @Override
    public void close() throws IOException {
        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }
}
