package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an app keeps with a page; it has versions of its own.
 *
 * @param modifiedAt time of this version, milliseconds since 1970
 */
public record ContentProperty(long id, String key, JsonNode value, int version, long modifiedAt) {}
