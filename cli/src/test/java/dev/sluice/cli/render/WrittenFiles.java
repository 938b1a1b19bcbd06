package dev.sluice.cli.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder and their text, by relative path. */
final class WrittenFiles {

    private WrittenFiles() {}

    static Map<String, String> below(Path folder) throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return written;
    }
}
