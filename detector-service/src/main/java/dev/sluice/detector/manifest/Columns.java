package dev.sluice.detector.manifest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds a list of values as arrays, a column an array, for {@code unnest}. */
final class Columns<T> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int next;

    /** {@code first}: number of the first parameter to bind. */
    Columns(Connection connection, PreparedStatement statement, int first, List<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.next = first;
        this.rows = rows;
    }

    Columns<T> add(String type, Function<T, ? extends @org.jspecify.annotations.Nullable Object> value)
            throws SQLException {
        statement.setArray(
                next++, connection.createArrayOf(type, rows.stream().map(value).toArray()));
        return this;
    }
}
