package dev.sluice.confluence.limit;

import java.time.InstantSource;

class OwnLimitTest extends SiteLimitContract {

    @Override
    SiteLimit limit(double requestsPerSecond) {
        return new OwnLimit(requestsPerSecond, InstantSource.system());
    }
}
