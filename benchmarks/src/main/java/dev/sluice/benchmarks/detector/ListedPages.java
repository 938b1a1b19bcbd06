package dev.sluice.benchmarks.detector;

import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Pages as a listing of a large site has them, made from their numbers. */
final class ListedPages {

    static final ExportId EXPORT = new ExportId("benchmark");

    private static final Instant EPOCH = Instant.parse("2026-01-31T08:00:00Z");

    private final RunRef run = new RunRef(
            new RunId(UUID.randomUUID().toString()),
            EXPORT,
            "default",
            "https://example.atlassian.net/wiki",
            "file:///export",
            null,
            new RunMode(2, null, false, false));

    PageResource page(int number) {
        String section = "Section " + number % 97;
        String title = "How the service with number " + number + " is operated";
        return new PageResource(
                ResourceKey.page(Integer.toString(10_000_000 + number)),
                "ENG",
                title,
                ResourceKey.page(Integer.toString(9_000_000 + number % 97)),
                "current",
                new ResourceVersion(1 + number % 9, EPOCH.plusSeconds(number)),
                "ENG/Architecture/" + section + "/" + title + ".md",
                "https://example.atlassian.net/wiki/spaces/ENG/pages/" + (10_000_000 + number),
                List.of("Architecture", section),
                EPOCH);
    }

    /** The message that the planner publishes about the page. */
    byte[] message(int number) {
        return Wire.encode(new Descriptor(run, number, page(number)));
    }
}
