package dev.sluice.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.pipeline.SnapshotEntry;
import dev.sluice.pipeline.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A destination as it lies there: what is in its files and when they were written, which folders there are, and, of
 * Sluice's own files, the snapshot and what rendering found.
 */
public record FolderState(
        SortedMap<String, String> checksums,
        SortedMap<String, FileTime> times,
        SortedSet<String> folders,
        SortedMap<String, String> own) {

    private static final String HOME = ".sluice";

    public static FolderState of(Path root) {
        FolderState state = new FolderState(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());
        try {
            if (Files.exists(root)) {
                state.addAll(root, root);
            }
            for (String name : List.of("manifest.json", "macros.json", "links.jsonl")) {
                state.addOwn(name, root.resolve(HOME).resolve(name));
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(Path root, Path folder) throws IOException {
        List<Path> children;
        try (Stream<Path> files = Files.list(folder)) {
            children = files.toList();
        }
        for (Path child : children) {
            String path = root.relativize(child).toString();
            if (!Files.isDirectory(child)) {
                checksums.put(path, sha256(Files.readAllBytes(child)));
                times.put(path, Files.getLastModifiedTime(child));
            } else if (!path.equals(HOME)) {
                folders.add(path);
                addAll(root, child);
            }
        }
    }

    private void addOwn(String name, Path file) throws IOException {
        try {
            own.put(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            own.put(name, "");
        }
    }

    /** The entries of the snapshot whose files are there. */
    Map<String, JsonNode> entries() {
        Map<String, JsonNode> entries = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> entry : Wire.json()
                    .readTree(own.getOrDefault("manifest.json", ""))
                    .path("entries")
                    .properties()) {
                if (SnapshotEntry.isHeld(entry.getValue().path("status").asText())) {
                    entries.put(entry.getKey(), lasting(entry.getValue().deepCopy()));
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a first export says as well: not when it was fetched, nor which body it came from, because an inline comment
     * makes another body in the same version.
     */
    private static ObjectNode lasting(ObjectNode entry) {
        entry.remove(List.of("fetched_at", "source_checksum", "source_size"));
        if (entry.get("references") instanceof ObjectNode references) {
            references.properties().removeIf(reference -> reference.getKey().startsWith("body:"));
        }
        return entry;
    }

    /** All that is or says something else than what a fresh export of the same site gave; empty when there is nothing. */
    public List<String> differencesFrom(FolderState fresh) {
        List<String> differences = Stream.of(
                        wrongFiles(fresh), superfluous(fresh), falseEntries(), wrongStatements(fresh))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!entries().keySet().equals(fresh.entries().keySet())) {
            differences.add("the snapshot has%n%s%nnot%n%s"
                    .formatted(entries().keySet(), fresh.entries().keySet()));
        }
        return differences;
    }

    /** Where the snapshot says something else than the files; empty when it is true. */
    List<String> falseEntries() {
        List<String> wrong = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>(checksums);
        entries().forEach((resource, entry) -> {
            String found = files.remove(entry.path("output_path").asText());
            if (!entry.path("checksum").asText().equals(found)) {
                wrong.add("the snapshot says of %s %s, but the file has %s".formatted(resource, entry, found));
            }
        });
        files.keySet().forEach(path -> wrong.add("the snapshot does not know of " + path));
        return wrong;
    }

    /** Files that are not there though they should be, or hold something else than they should. */
    private List<String> wrongFiles(FolderState expected) {
        List<String> wrong = new ArrayList<>();
        expected.checksums.forEach((path, checksum) -> {
            String found = checksums.get(path);
            if (!checksum.equals(found)) {
                wrong.add((found == null ? "missing: " : "other bytes: ") + path);
            }
        });
        return wrong;
    }

    /** Files and folders that should not be there. */
    private List<String> superfluous(FolderState expected) {
        return Stream.concat(checksums.keySet().stream(), folders.stream())
                .filter(path -> !expected.checksums.containsKey(path) && !expected.folders.contains(path))
                .map(path -> "superfluous: " + path)
                .toList();
    }

    /** Where Sluice's own files say something else than they should. */
    private List<String> wrongStatements(FolderState expected) {
        List<String> wrong = new ArrayList<>();
        Map<String, JsonNode> mine = entries();
        expected.entries().forEach((resource, entry) -> {
            if (!entry.equals(mine.get(resource))) {
                wrong.add("the snapshot says of %s %s, not %s".formatted(resource, mine.get(resource), entry));
            }
        });
        for (String name : List.of("macros.json", "links.jsonl")) {
            if (!expected.own.getOrDefault(name, "").equals(own.get(name))) {
                wrong.add("%s says%n%s%nnot%n%s".formatted(name, own.get(name), expected.own.get(name)));
            }
        }
        return wrong;
    }

    /** Files that hold the same as before but were written since. */
    List<String> rewrittenSince(FolderState before) {
        List<String> rewritten = new ArrayList<>();
        times.forEach((path, time) -> {
            boolean same = Objects.equals(checksums.get(path), before.checksums.get(path));
            if (same && !time.equals(before.times.get(path))) {
                rewritten.add("written again with the same bytes: " + path);
            }
        });
        return rewritten;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
