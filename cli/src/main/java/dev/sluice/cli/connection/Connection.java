package dev.sluice.cli.connection;

import dev.sluice.confluence.ClientSettings;
import dev.sluice.confluence.Site;

/** A site that was reached, and how to deal with it. */
public record Connection(Site site, ClientSettings client) {}
