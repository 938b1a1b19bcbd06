package dev.sluice.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.run.LedgerItem;
import dev.sluice.planner.run.RunState;
import dev.sluice.planner.run.RunView;
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
    public void print(RunView run, Items items) {
        write(run, items, false);
    }

    @Override
    public void printPreview(RunView run, Items items) {
        write(run, items, true);
    }

    @Override
    public void printInterrupted(RunView run) {
        write(run.endingIn(RunState.INTERRUPTED, clock.instant()), (after, limit) -> List.of(), false);
    }

    private void write(RunView run, Items items, boolean dryRun) {
        try (JsonGenerator json = Wire.json().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeBooleanField("dryRun", dryRun);
            json.writePOJOField("run", run);
            writeItems("changes", json, items, item -> Shown.AS_CHANGE.contains(item.what()));
            writeItems("skipped", json, items, item -> item.what().equals(Shown.SKIPPED));
            writeItems("failures", json, items, item -> item.what().equals(Shown.FAILURE));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void writeItems(String name, JsonGenerator json, Items items, Predicate<LedgerItem> shown)
            throws IOException {
        json.writeArrayFieldStart(name);
        int last = -1;
        for (List<LedgerItem> some = items.after(last, ITEMS_AT_ONCE);
                !some.isEmpty();
                some = items.after(last, ITEMS_AT_ONCE)) {
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
