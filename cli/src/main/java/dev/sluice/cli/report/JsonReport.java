package dev.sluice.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
import dev.sluice.planner.run.Runs;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;

/** The report as one line of JSON, described by {@code docs/report.schema.json}. Written item by item. */
public final class JsonReport implements Report {

    private static final int ITEMS_AT_ONCE = 1000;

    private final PrintStream out;
    private final Clock clock;

    public JsonReport(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void print(RunView run, Runs runs) {
        write(run, item -> after(item, run, runs));
    }

    @Override
    public void printInterrupted(RunView run) {
        write(run.endingIn(RunState.INTERRUPTED, clock.instant()), ignored -> List.of());
    }

    /** Gives the items after a number. */
    private interface Items {
        List<LedgerItem> after(int seq);
    }

    private static List<LedgerItem> after(int seq, RunView run, Runs runs) {
        return runs.items(run.id(), seq, ITEMS_AT_ONCE);
    }

    private void write(RunView run, Items items) {
        try (JsonGenerator json = Wire.json().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writePOJOField("run", run);
            writeItems("changes", json, items, item -> Shown.AS_CHANGE.contains(item.what()));
            writeItems("failures", json, items, item -> item.what().equals(Shown.FAILURE));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void writeItems(
            String name, JsonGenerator json, Items items, Predicate<LedgerItem> shown)
            throws IOException {
        json.writeArrayFieldStart(name);
        int last = -1;
        for (List<LedgerItem> some = items.after(last); !some.isEmpty(); some = items.after(last)) {
            for (LedgerItem item : some) {
                last = item.seq();
                if (shown.test(item)) {
                    json.writePOJO(item);
                }
            }
        }
        json.writeEndArray();
    }
}
