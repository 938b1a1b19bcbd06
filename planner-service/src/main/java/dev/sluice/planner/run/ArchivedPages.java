package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** The pages that the last listing left out because they are archived: their removal is no deletion. */
final class ArchivedPages {

    /** What the report says of a page, or its file, that went because the page was archived. */
    static final String DETAIL = "archived";

    private ArchivedPages() {}

    /** These, and no others; within a transaction. */
    static void replace(ExportId export, Set<String> pageIds) {
        Run.getEntityManager()
                .createNativeQuery("delete from planner.archived_page where export_id = :export")
                .setParameter("export", export.value())
                .executeUpdate();
        if (!pageIds.isEmpty()) {
            Run.getEntityManager()
                    .createNativeQuery("insert into planner.archived_page (export_id, page)"
                            + " select :export, json_array_elements_text(cast(:pages as json))")
                    .setParameter("export", export.value())
                    .setParameter("pages", new String(Wire.encode(pageIds), StandardCharsets.UTF_8))
                    .executeUpdate();
        }
    }

    /** Says so of the removals of the run that have no reason yet. */
    static void explain(Connection connection, RunId run, ExportId export) throws SQLException {
        String sql = "update planner.run_item i set detail = ? from planner.archived_page a"
                + " where i.run_id = ? and i.what = 'del' and i.detail is null and a.export_id = ?"
                + " and split_part(split_part(i.resource, ':', 2), '/', 1) = a.page";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, DETAIL);
            update.setString(2, run.value());
            update.setString(3, export.value());
            update.executeUpdate();
        }
    }
}
