package dev.sluice.simulator.site;

import java.util.UUID;

/**
 * Work that Confluence does in the background; here it is done as soon as it is asked for.
 *
 * @param name key of its name in the translations of the product
 */
public record LongTask(UUID id, String name) {}
