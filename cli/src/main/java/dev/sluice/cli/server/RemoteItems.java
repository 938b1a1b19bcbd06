package dev.sluice.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.cli.report.Items;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.run.LedgerItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Outcomes of a run of a planner elsewhere: the API's pages, as reports ask for them. */
final class RemoteItems implements Items {

    private final RemotePlanner planner;
    private final RunId run;

    /** Where the page begins after the item with this number; none for the end. */
    private final Map<Integer, @Nullable String> pages = new HashMap<>();

    RemoteItems(RemotePlanner planner, RunId run) {
        this.planner = planner;
        this.run = run;
        pages.put(-1, "");
    }

    @Override
    public List<LedgerItem> after(int seq, int limit) {
        String cursor = pages.get(seq);
        if (cursor == null) {
            return List.of();
        }
        JsonNode page = planner.get("runs/%s/outcomes?limit=%d&cursor=%s".formatted(run, limit, cursor));
        List<LedgerItem> items = new ArrayList<>();
        page.path("items").forEach(item -> items.add(Wire.json().convertValue(item, LedgerItem.class)));
        if (!items.isEmpty()) {
            String next = page.path("next").asText("");
            pages.put(items.getLast().seq(), next.isEmpty() ? null : next);
        }
        return items;
    }
}
