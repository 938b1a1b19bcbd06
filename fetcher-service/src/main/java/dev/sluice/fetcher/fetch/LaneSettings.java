package dev.sluice.fetcher.fetch;

import io.smallrye.reactive.messaging.providers.impl.ConnectorConfig;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The settings of the channel {@code fetch-changes-in}, for another consumer group. */
final class LaneSettings extends ConnectorConfig {

    /** Groups of sites are called so, and then the site's name. */
    static final String GROUP = "fetcher-site-";

    private static final String CHANNEL = "fetch-changes-in";

    private final String site;

    LaneSettings(Config overall, String site) {
        super("mp.messaging.incoming.", overall, CHANNEL);
        this.site = site;
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return switch (name) {
            case "group.id" -> type.cast(GROUP + site);
            case "channel-name" -> type.cast(CHANNEL + "-" + site);
            case "consumer-rebalance-listener.name" -> type.cast(JoinedLanes.NAME);
            default -> super.getValue(name, type);
        };
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return switch (name) {
            case "group.id", "channel-name", "consumer-rebalance-listener.name" -> Optional.of(getValue(name, type));
            default -> super.getOptionalValue(name, type);
        };
    }
}
