package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A message, and the record key it travels under. */
public interface Keyed {
    @JsonIgnore
    String recordKey();
}
