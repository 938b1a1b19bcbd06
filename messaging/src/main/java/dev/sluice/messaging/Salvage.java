package dev.sluice.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.util.Optional;

/** Reads run, number and key out of a message that is not understood as a whole. */
final class Salvage {

    private Salvage() {}

    static Optional<Outcome.Failed> failed(byte[] letter, Stage stage) {
        try {
            JsonNode message = Wire.json().readTree(letter);
            JsonNode descriptor = message.has("target") ? message.get("target") : message;
            RunRef run = Wire.json().treeToValue(descriptor.required("run"), RunRef.class);
            JsonNode resource = descriptor.path("resource");
            JsonNode key = resource.isObject() ? resource.path("key") : resource;
            return Optional.of(new Outcome.Failed(
                    run,
                    descriptor.required("seq").asInt(),
                    ResourceKey.parse(key.asText()),
                    resource.path("path").asText(""),
                    stage,
                    FailureCategory.INTERNAL,
                    "A message about this resource could not be understood; see the dead-letter topic."));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
