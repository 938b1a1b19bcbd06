package dev.sluice.confluence.sites;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the processes of a deployment keep the rate limits that they share. */
@ConfigMapping(prefix = "sluice.rate-limit")
public interface RateLimitConfig {

    /** JDBC address of a PostgreSQL database; without one each process keeps limits for itself. */
    Optional<String> jdbcUrl();

    /** Owner of the schema {@code rate_limit}. */
    @WithDefault("rate_limit")
    String username();

    /** Its password. */
    Optional<String> password();
}
