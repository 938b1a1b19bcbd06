package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of an export: lower-case letters, digits and hyphens, at most 63 of them. */
public record ExportId(@JsonValue String value) {

    @JsonCreator
    public ExportId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("not an export id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
