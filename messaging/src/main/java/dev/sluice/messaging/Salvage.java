package dev.sluice.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunRef;
import dev.sluice.pipeline.Stage;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads run, number and key out of a message that is not understood as a whole. */
final class Salvage {

    private Salvage() {}

    /** The run that the message is of: by its content, or else by its key. */
    static Optional<RunId> run(@Nullable String key, byte @Nullable [] letter) {
        return runInside(letter).or(() -> key == null ? Optional.empty() : runId(key));
    }

    private static Optional<RunId> runInside(byte @Nullable [] letter) {
        if (letter == null) {
            return Optional.empty();
        }
        try {
            JsonNode message = Wire.json().readTree(letter);
            JsonNode descriptor = message.has("target") ? message.get("target") : message;
            return runId(descriptor.path("run").path("run").asText());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<RunId> runId(String text) {
        try {
            return Optional.of(new RunId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What is said in place of the message: that its resource failed, or, when it does not name one, that its run has
     * lost something; empty when it does not name its run either.
     */
    static Optional<Outcome> outcome(byte @Nullable [] letter, Stage stage) {
        return failed(letter, stage)
                .<Outcome>map(failed -> failed)
                .or(() -> wholeRun(letter).map(run -> new Outcome.Unreadable(run, stage)));
    }

    private static Optional<RunRef> wholeRun(byte @Nullable [] letter) {
        if (letter == null) {
            return Optional.empty();
        }
        try {
            JsonNode message = Wire.json().readTree(letter);
            JsonNode descriptor = message.has("target") ? message.get("target") : message;
            return Optional.ofNullable(Wire.json().treeToValue(descriptor.required("run"), RunRef.class));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The failure that the message is turned into; empty when it does not name its run, number and resource. */
    static Optional<Outcome.Failed> failed(byte @Nullable [] letter, Stage stage) {
        if (letter == null) {
            return Optional.empty();
        }
        try {
            JsonNode message = Wire.json().readTree(letter);
            JsonNode descriptor = message.has("target") ? message.get("target") : message;
            JsonNode seq = descriptor.required("seq");
            RunRef run = Wire.json().treeToValue(descriptor.required("run"), RunRef.class);
            if (run == null || !seq.isIntegralNumber() || !seq.canConvertToInt() || seq.intValue() < 0) {
                return Optional.empty();
            }
            JsonNode resource = descriptor.path("resource");
            JsonNode key = resource.isObject() ? resource.path("key") : resource;
            return Optional.of(new Outcome.Failed(
                    run,
                    seq.intValue(),
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
