package dev.sluice.planner.run;

import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.Stage;
import dev.sluice.planner.rows.ArrayColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of noteworthy items. */
final class ItemRows {

    private ItemRows() {}

    /** Those that are looked for, in the order of their numbers, after {@code after}. */
    static List<LedgerItem> select(Connection connection, RunId id, ItemFilter filter, int after, int limit)
            throws SQLException {
        String sql = "select seq, resource, what, path, detail, stage, category from planner.run_item"
                + " where run_id = ? and seq > ? and (? or what = any(?)) and coalesce(stage = ?, ?)"
                + " and coalesce(category = ?, ?) and coalesce(starts_with(path, ?), true) order by seq limit ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id.value());
            query.setInt(2, after);
            query.setBoolean(3, filter.whats().isEmpty());
            query.setArray(4, connection.createArrayOf("text", filter.whats().toArray()));
            query.setString(5, filter.stage());
            query.setBoolean(6, filter.stage() == null);
            query.setString(7, filter.category());
            query.setBoolean(8, filter.category() == null);
            query.setString(9, filter.path());
            query.setInt(10, limit);
            return items(query);
        }
    }

    private static List<LedgerItem> items(PreparedStatement query) throws SQLException {
        List<LedgerItem> items = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                items.add(new LedgerItem(
                        rows.getInt(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        stage(rows.getString(6)),
                        category(rows.getString(7))));
            }
        }
        return items;
    }

    private static @Nullable Stage stage(@Nullable String name) {
        return name == null ? null : Stage.valueOf(name);
    }

    private static @Nullable FailureCategory category(@Nullable String name) {
        return name == null ? null : FailureCategory.valueOf(name);
    }

    static void insert(Connection connection, RunId id, List<LedgerItem> items) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        String sql = "insert into planner.run_item (run_id, seq, resource, what, path, detail, stage, category)"
                + " select ?, * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, id.value());
            ArrayColumn.bind(insert, 2, "int4", items, LedgerItem::seq);
            ArrayColumn.bind(insert, 3, "text", items, LedgerItem::resource);
            ArrayColumn.bind(insert, 4, "text", items, LedgerItem::what);
            ArrayColumn.bind(insert, 5, "text", items, LedgerItem::path);
            ArrayColumn.bind(insert, 6, "text", items, LedgerItem::detail);
            ArrayColumn.bind(insert, 7, "text", items, item -> name(item.stage()));
            ArrayColumn.bind(insert, 8, "text", items, item -> name(item.category()));
            insert.executeUpdate();
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
