package dev.sluice.detector.decide;

import dev.sluice.pipeline.RunRef;
import jakarta.enterprise.context.ApplicationScoped;

/** What happens before the first decision of a run, for tests of other packages. */
@ApplicationScoped
public class Welcoming {

    private final Newcomers newcomers;

    Welcoming(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    public void of(RunRef run) {
        newcomers.welcome(run);
    }
}
