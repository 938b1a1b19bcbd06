package dev.sluice.renderer.output;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the renderer. */
@ConfigMapping(prefix = "renderer")
interface RendererConfig {

    /** Resources rendered and placed at the same time. */
    @WithDefault("4")
    int threads();
}
