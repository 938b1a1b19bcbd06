package dev.sluice.detector.closing;

import dev.sluice.pipeline.RunRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies, or is meant to lie, at some paths; paths that differ only in case or in their Unicode form are the same file
 * on some file systems, and are looked at together.
 */
final class Occupants {

    private static final int FETCH_SIZE = 10_000;

    private static final String LISTED = "select l.resource, l.path, e.path from listed l"
            + " left join detector.manifest_entry e on e.export_id = ? and e.resource = l.resource"
            + " and e.status = 'active'"
            + " where not exists (select from detector.refused r where r.run_id = ? and r.resource = l.resource)";

    private final Map<String, Set<String>> live = new HashMap<>();
    private final Map<String, Set<String>> expected = new HashMap<>();

    private Occupants() {}

    /** Reads the run's listing once; {@code wanted}: the folded paths that matter. */
    static Occupants of(Connection connection, RunRef run, Set<String> wanted) throws SQLException {
        Occupants occupants = new Occupants();
        try (PreparedStatement query = connection.prepareStatement(LISTED)) {
            query.setFetchSize(FETCH_SIZE);
            query.setString(1, run.export().value());
            query.setString(2, run.run().value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    occupants.add(rows.getString(1), rows.getString(2), rows.getString(3), wanted);
                }
            }
        }
        return occupants;
    }

    private void add(String resource, String listed, @Nullable String recorded, Set<String> wanted) {
        if (recorded != null && wanted.contains(folded(recorded))) {
            live.computeIfAbsent(folded(recorded), ignored -> new HashSet<>()).add(recorded);
        }
        if (!listed.equals(recorded) && wanted.contains(folded(listed))) {
            expected.computeIfAbsent(folded(listed), ignored -> new HashSet<>()).add(resource);
        }
    }

    /** Whether the file of something that lives on lies there. */
    boolean isTaken(String path) {
        return live.getOrDefault(folded(path), Set.of()).contains(path);
    }

    /** A path of something that lives on that differs only in case or form. */
    Optional<String> twin(String path) {
        return live.getOrDefault(folded(path), Set.of()).stream()
                .filter(other -> !other.equals(path))
                .sorted()
                .findFirst();
    }

    /** Whether something other than the candidate itself is meant to lie there, but is not recorded there yet. */
    boolean isExpected(Removals.Candidate candidate) {
        return expected.getOrDefault(folded(candidate.path()), Set.of()).stream()
                .anyMatch(resource -> !resource.equals(candidate.resource().toString()));
    }

    /** One form for all paths that some file system takes for the same. */
    static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
