package dev.sluice.systemtests.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that the command line exports to. */
public final class FolderCopy implements Copy {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

    private final OneJvm sluice;
    private final TestSite site;
    private final Path folder;

    FolderCopy(OneJvm sluice, TestSite site, Path folder) {
        this.sluice = sluice;
        this.site = site;
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** Whether there is such a folder yet. */
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Files in Sluice's own folder that should be gone when a run is over. */
    public List<Path> leftovers() {
        return Stream.of("tmp", "staging")
                .map(folder.resolve(".sluice")::resolve)
                .filter(Files::isDirectory)
                .flatMap(FolderCopy::filesBelow)
                .toList();
    }

    private static Stream<Path> filesBelow(Path start) {
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the command that is due: an export at first, a sync afterwards. */
    public JavaProcess start() {
        return Files.exists(folder.resolve(".sluice/manifest.json"))
                ? sluice.start(site.environment(), "sync", "--output-path", folder.toString())
                : sluice.start(site.environment(), OneJvm.exportOf(site, folder));
    }

    @Override
    public RunFigures sync() {
        try (JavaProcess process = start()) {
            int exitCode = process.await(LONGEST_RUN);
            if (exitCode > 1) {
                throw new AssertionError("Exit code %d: %s".formatted(exitCode, process.err()));
            }
            String out = process.out();
            return new RunFigures(
                    exitCode == 0,
                    figure(out, "Scanned"),
                    figure(out, "Updated"),
                    figure(out, "Moved"),
                    figure(out, "Deleted"),
                    figure(out, "Unchanged"),
                    out.contains("Failed:") ? figure(out, "Failed") : 0);
        }
    }

    /** A figure of the summary on standard output. */
    public static int figure(String out, String name) {
        Matcher line =
                Pattern.compile("(?m)^ +" + name + ": +([0-9,]+)( \\(.*\\))?$").matcher(out);
        if (!line.find()) {
            throw new AssertionError("The summary does not say '%s': %s".formatted(name, out));
        }
        return Integer.parseInt(line.group(1).replace(",", ""));
    }

    @Override
    public OutputTree tree() {
        return OutputTree.of(folder);
    }

    @Override
    public Map<String, FileTime> writtenAt() {
        Map<String, FileTime> times = new TreeMap<>();
        for (Path file : OutputTree.filesIn(folder)) {
            try {
                times.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return times;
    }
}
