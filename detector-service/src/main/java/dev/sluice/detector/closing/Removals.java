package dev.sluice.detector.closing;

import dev.sluice.pipeline.Change;
import dev.sluice.pipeline.ResourceKey;
import dev.sluice.pipeline.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which files go: those of what vanished, and the old ones of what moved. A path at which something else lies is
 * left alone; so is, for this run, one at which something else is meant to lie but is not recorded yet.
 */
final class Removals {

    private static final String VANISHED = "select resource, path, checksum, false from vanished order by resource";

    private static final String ORPHANED = "select resource, path, checksum, false from orphaned order by resource";

    private static final String OLD_PATHS =
            "select resource, path, checksum, true from detector.old_path where export_id = ? order by path";

    private static final String FORGET = "delete from detector.old_path where export_id = ? and path = any (?)";

    /** A file that may go. */
    record Candidate(
            ResourceKey resource, String path, @Nullable String checksum, boolean moved) {}

    private final Connection connection;
    private final RunRef run;
    private final List<Candidate> candidates = new ArrayList<>();

    Removals(Connection connection, RunRef run) {
        this.connection = connection;
        this.run = run;
    }

    /** Files of what vanished may go, too. */
    void withVanished() throws SQLException {
        read(VANISHED);
    }

    /** Images that no page shows may go, too: see {@link Images#findOrphans}. */
    void withOrphans() throws SQLException {
        read(ORPHANED);
    }

    /** What is to be removed, numbered from {@code first} on. Forgets old paths that are in use again. */
    List<Change.Remove> decide(int first) throws SQLException {
        read(OLD_PATHS, run.export().value());
        if (candidates.isEmpty()) {
            return List.of();
        }
        Set<String> wanted = candidates.stream()
                .map(candidate -> Occupants.folded(candidate.path()))
                .collect(Collectors.toSet());
        Occupants occupants = Occupants.of(connection, run, wanted);
        List<Change.Remove> removals = new ArrayList<>();
        List<String> inUse = new ArrayList<>();
        for (Candidate candidate : candidates) {
            boolean taken = occupants.isTaken(candidate.path());
            if (taken && candidate.moved()) {
                inUse.add(candidate.path());
            } else if (taken || !occupants.isExpected(candidate)) {
                removals.add(removal(candidate, first + removals.size(), taken, occupants.twin(candidate.path())));
            }
        }
        forget(inUse);
        return removals;
    }

    private Change.Remove removal(Candidate candidate, int seq, boolean taken, Optional<String> twin) {
        return new Change.Remove(
                run,
                seq,
                candidate.resource(),
                candidate.path(),
                candidate.moved(),
                taken,
                taken ? null : twin.orElse(null),
                candidate.checksum());
    }

    private void read(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    candidates.add(new Candidate(
                            ResourceKey.parse(rows.getString(1)),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getBoolean(4)));
                }
            }
        }
    }

    private void forget(List<String> paths) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setString(1, run.export().value());
            delete.setArray(2, connection.createArrayOf("text", paths.toArray()));
            delete.executeUpdate();
        }
    }
}
