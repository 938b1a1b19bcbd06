package dev.sluice.detector.manifest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of an export that begin with a resource, in the database's order of resources; read a portion at a time. */
final class OrderedRows implements AutoCloseable {

    private static final int AT_ONCE = 2000;

    private final PreparedStatement query;
    private final ResultSet rows;
    private boolean begun;
    private boolean atRow;

    OrderedRows(Connection connection, String sql, String export) throws SQLException {
        query = connection.prepareStatement(sql);
        query.setFetchSize(AT_ONCE);
        query.setString(1, export);
        rows = query.executeQuery();
    }

    boolean next() throws SQLException {
        begun = true;
        atRow = rows.next();
        return atRow;
    }

    /** Whether the present row, at first the first one, is of this resource. */
    boolean isOf(String resource) throws SQLException {
        if (!begun) {
            next();
        }
        return atRow && rows.getString(1).equals(resource);
    }

    ResultSet row() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }
}
