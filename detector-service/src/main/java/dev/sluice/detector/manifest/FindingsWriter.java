package dev.sluice.detector.manifest;

import dev.sluice.pipeline.Findings;
import dev.sluice.pipeline.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the last rendering of each page found. */
final class FindingsWriter {

    private record Row(String export, String page, int ordinal, String kind, String what, int count) {}

    private final Connection connection;

    FindingsWriter(Connection connection) {
        this.connection = connection;
    }

    void insert(List<Outcome.Exported> pages) throws SQLException {
        List<Row> rows = new ArrayList<>();
        pages.forEach(page -> addTo(rows, page));
        if (rows.isEmpty()) {
            return;
        }
        String sql = "insert into detector.page_finding (export_id, page, ordinal, kind, what, count)"
                + " select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::int[])"
                + " on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            new Columns<>(connection, insert, 1, rows)
                    .add("text", Row::export)
                    .add("text", Row::page)
                    .add("int4", Row::ordinal)
                    .add("text", Row::kind)
                    .add("text", Row::what)
                    .add("int4", Row::count);
            insert.executeUpdate();
        }
    }

    /** Forgets what earlier renderings of these pages found. */
    void delete(List<Outcome.Exported> pages) throws SQLException {
        if (pages.isEmpty()) {
            return;
        }
        String sql = "delete from detector.page_finding f using unnest(?::text[], ?::text[]) as p (export_id, page)"
                + " where f.export_id = p.export_id and f.page = p.page";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            new Columns<>(connection, delete, 1, pages)
                    .add("text", page -> page.run().export().value())
                    .add("text", Outcome.Exported::recordKey);
            delete.executeUpdate();
        }
    }

    private static void addTo(List<Row> rows, Outcome.Exported page) {
        Findings findings = page.findings();
        if (findings == null) {
            return;
        }
        String export = page.run().export().value();
        int first = rows.size();
        findings.unhandledMacros()
                .forEach((name, count) ->
                        rows.add(new Row(export, page.recordKey(), rows.size() - first, "macro", name, count)));
        findings.brokenLinks()
                .forEach(target -> rows.add(new Row(export, page.recordKey(), rows.size() - first, "link", target, 1)));
    }
}
