package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of one run: a UUID in its usual form. */
public record RunId(@JsonValue String value) implements Comparable<RunId> {

    @JsonCreator
    public RunId {
        if (!UUID.fromString(value).toString().equals(value)) {
            throw new IllegalArgumentException("not a run id: " + value);
        }
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
