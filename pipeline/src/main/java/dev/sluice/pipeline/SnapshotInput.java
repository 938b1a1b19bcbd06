package dev.sluice.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.BiConsumer;

/** Reads a snapshot entry by entry, in constant memory. What is none is an {@link UnreadableSnapshotException}. */
public final class SnapshotInput implements AutoCloseable {

    private static final ObjectReader ENTRY = Wire.json().readerFor(SnapshotEntry.class);

    private final JsonParser json;
    private final SnapshotHead head;

    /** Reads the head. The stream is closed with this. */
    public SnapshotInput(InputStream in) {
        try {
            json = Wire.json().createParser(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            head = head(fieldsBeforeTheEntries());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableSnapshotException(reason(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SnapshotHead head() {
        return head;
    }

    /** Hands over every entry, in the order of the file. */
    public void forEach(BiConsumer<ResourceKey, SnapshotEntry> reader) {
        try {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                ResourceKey key = key(json.currentName());
                requireObject();
                reader.accept(key, ENTRY.readValue(json));
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() == null) {
                throw new UnreadableSnapshotException("it ends too early", null);
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableSnapshotException(reason(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceKey key(String text) {
        try {
            return ResourceKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSnapshotException("'" + text + "' is no resource", e);
        }
    }

    private ObjectNode fieldsBeforeTheEntries() throws IOException {
        requireObject();
        ObjectNode fields = Wire.json().createObjectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (name.equals("entries")) {
                requireObject();
                return fields;
            }
            json.nextToken();
            fields.set(name, json.readValueAsTree());
        }
        throw new UnreadableSnapshotException("it has no entries", null);
    }

    private void requireObject() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableSnapshotException("it is no snapshot", null);
        }
    }

    private static SnapshotHead head(ObjectNode fields) throws JsonProcessingException {
        int version = fields.path("format_version").asInt();
        if (version != SnapshotHead.FORMAT_VERSION) {
            throw new UnreadableSnapshotException("its format_version is " + version, null);
        }
        return new SnapshotHead(
                fields.path("generated_by").asText(),
                Instant.parse(fields.path("exported_at").asText()),
                Wire.json().treeToValue(fields, ExportHeader.class));
    }

    private static String reason(Exception e) {
        return e instanceof JsonProcessingException wrong ? wrong.getOriginalMessage() : String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
