package dev.sluice.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.confluence.ConfluenceException.Category;
import dev.sluice.simulator.Mode;
import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatorOptions;
import dev.sluice.simulator.SiteShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnonymousTest {

    @ParameterizedTest
    @EnumSource
    void nobodyReadsAPublicSite(Mode mode) {
        try (SimulatedConfluence simulator = start(mode)) {
            // Given
            simulator.faults().publicSite(true);

            // When
            Site site = find(simulator);

            // Then
            assertThat(site.isAnonymous()).isTrue();
            assertThat(site.baseUrl()).isEqualTo(simulator.baseUrl());
            try (Confluence confluence = ConfluenceClients.open(site, ClientSettings.defaults())) {
                assertThat(confluence.currentUser().displayName()).isEqualTo("Anonymous");
                Space space = confluence.spaces(simulator.site().spaceKeys()).getFirst();
                assertThat(confluence.pages(space)).hasSize(20);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsRefusedByAPrivateSite(Mode mode) {
        try (SimulatedConfluence simulator = start(mode)) {
            assertThatThrownBy(() -> find(simulator))
                    .isInstanceOfSatisfying(
                            ConfluenceException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.NOT_AUTHORISED))
                    .hasMessageContaining("anonymous visitors");
        }
    }

    private static SimulatedConfluence start(Mode mode) {
        SimulatorOptions options = mode == Mode.CLOUD ? SimulatorOptions.cloud() : SimulatorOptions.dataCenter();
        return SimulatedConfluence.start(options.withShape(SiteShape.small().withPagesPerSpace(20)));
    }

    private static Site find(SimulatedConfluence simulator) {
        return SiteProbe.find(
                simulator.baseUrl().toString(), null, new Credentials.Anonymous(), ClientSettings.defaults());
    }
}
