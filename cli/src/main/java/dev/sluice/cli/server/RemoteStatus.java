package dev.sluice.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cli.report.Figures;
import dev.sluice.pipeline.Wire;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a planner elsewhere exports, and how the last runs of it ended. */
public final class RemoteStatus {

    private final RemotePlanner planner;
    private final PrintStream out;

    public RemoteStatus(RemotePlanner planner, PrintStream out) {
        this.planner = planner;
        this.out = out;
    }

    /** All exports. {@code json}: a line of JSON each. */
    public void printAll(boolean json) {
        planner.list("exports", export -> print(export, json));
    }

    /** One export. */
    public void print(String id, boolean json) {
        print(planner.get("exports/" + RemotePlanner.encoded(id)), json);
    }

    private void print(JsonNode export, boolean json) {
        JsonNode runs = planner.get("exports/" + export.path("id").asText() + "/runs?limit=1")
                .path("items");
        if (json) {
            ObjectNode line = Wire.json().createObjectNode();
            line.set("export", export);
            line.set("lastRun", runs.path(0).isMissingNode() ? null : runs.path(0));
            out.writeBytes(Wire.encode(line));
            out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        out.printf("Export:        %s%n", export.path("id").asText());
        out.printf(
                "Confluence:    %s (%s)%n",
                export.path("siteUrl").asText(), export.path("site").asText());
        out.printf("Destination:   %s%n", export.path("destination").asText());
        export.path("scopes").forEach(this::printScope);
        runs.forEach(run -> out.printf(
                "Last run:      %s, started %s by %s, %s failed%n",
                run.path("state").asText(),
                run.path("startedAt").asText(),
                run.path("startedBy").asText(),
                Figures.number(run.path("failed").asInt())));
    }

    private void printScope(JsonNode scope) {
        StringBuilder words = new StringBuilder(scope.path("command").asText());
        scope.path("args").forEach(word -> words.append(' ').append(word.asText()));
        out.printf("Scope:         %s%n", words);
    }
}
