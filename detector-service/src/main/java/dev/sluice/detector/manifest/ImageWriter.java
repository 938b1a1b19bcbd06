package dev.sluice.detector.manifest;

import dev.sluice.pipeline.Descriptor;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.ImageResource;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.PageImage;
import dev.sluice.pipeline.ResourceKind;
import dev.sluice.pipeline.StoredCopy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps which images pages show that are no attachments, where they are fetched from, and which nobody gives out. */
final class ImageWriter {

    private static final String SHOWN = "insert into detector.image as i (export_id, image, url, asked_run)"
            + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])"
            + " on conflict (export_id, image) do update set url = coalesce(excluded.url, i.url),"
            + " asked_run = coalesce(excluded.asked_run, i.asked_run)";

    private static final String REFUSED = "update detector.image i set (refused, refused_run) = (g.reason, g.run_id)"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as g (export_id, image, reason, run_id)"
            + " where i.export_id = g.export_id and i.image = g.image";

    private final Connection connection;

    private record Row(
            String export,
            String image,
            @Nullable String text,
            @Nullable String run) {
        String key() {
            return export + " " + image;
        }

        /** Of two statements about one image, the one that asks for it again. */
        Row or(Row other) {
            return run == null ? other : this;
        }
    }

    ImageWriter(Connection connection) {
        this.connection = connection;
    }

    /** With an outcome of its own for each picture that a page holds itself: it is exported with the page. */
    static List<Outcome> withEmbedded(List<Outcome> outcomes) {
        List<Outcome> all = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Exported page) {
                page.shows().forEach(image -> addEmbedded(page, image, all));
            }
            all.add(outcome);
        }
        return all;
    }

    private static void addEmbedded(Outcome.Exported page, PageImage image, List<Outcome> all) {
        StoredCopy file = image.file();
        if (file != null) {
            ImageResource resource = new ImageResource(image.key(), null, file.key(), null, null);
            Descriptor target = new Descriptor(page.run(), page.target().seq(), resource);
            all.add(new Outcome.Exported(
                    target, page.reason(), Effect.CONFIRMED, file, file, "", List.of(), null, page.at(), null));
        }
    }

    void record(List<Outcome> outcomes) throws SQLException {
        // in one order, so that two processes do not wait for each other
        SortedMap<String, Row> shown = new TreeMap<>();
        SortedMap<String, Row> ended = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            String export = outcome.run().export().value();
            String run = outcome.run().run().value();
            if (outcome instanceof Outcome.Exported page) {
                String asked = page.reason().downloads() ? run : null;
                page.shows()
                        .forEach(image -> add(shown, new Row(export, image.key().toString(), image.url(), asked)));
            }
            if (outcome instanceof Outcome.Exported image && image.target().resource() instanceof ImageResource) {
                add(ended, new Row(export, image.recordKey(), null, null));
            }
            if (outcome instanceof Outcome.Skipped image && image.resource().kind() == ResourceKind.IMAGE) {
                add(ended, new Row(export, image.recordKey(), image.reason(), run));
            }
        }
        execute(SHOWN, List.copyOf(shown.values()));
        execute(REFUSED, List.copyOf(ended.values()));
    }

    private static void add(Map<String, Row> rows, Row row) {
        rows.merge(row.key(), row, Row::or);
    }

    private void execute(String sql, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Columns<>(connection, statement, 1, rows)
                    .add("text", Row::export)
                    .add("text", Row::image)
                    .add("text", Row::text)
                    .add("text", Row::run);
            statement.executeUpdate();
        }
    }
}
