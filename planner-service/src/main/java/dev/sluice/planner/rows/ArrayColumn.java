package dev.sluice.planner.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of many rows that go to the database in one statement, by {@code unnest}. */
public final class ArrayColumn {

    private ArrayColumn() {}

    /** Sets a parameter to what {@code column} gives of each row; {@code type}: PostgreSQL's name for one of them. */
    public static <T> void bind(
            PreparedStatement insert,
            int parameter,
            String type,
            List<T> rows,
            Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        insert.setArray(parameter, insert.getConnection().createArrayOf(type, values));
    }
}
