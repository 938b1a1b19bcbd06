package dev.sluice.cli.embedded;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Says when the services are up, and then waits for their end. */
public final class ServicesApplication implements QuarkusApplication {

    private static final AtomicReference<CompletableFuture<Void>> STARTED =
            new AtomicReference<>(new CompletableFuture<>());

    /** Whom to tell; Quarkus makes the instance itself, so that there is no other way in. */
    static void onStart(CompletableFuture<Void> started) {
        STARTED.set(started);
    }

    @Override
    public int run(String... args) {
        STARTED.get().complete(null);
        Quarkus.waitForExit();
        return 0;
    }
}
