package dev.sluice.systemtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A first export of a site as it is now, to compare with; thrown away afterwards. */
final class Fresh implements AutoCloseable {

    private final Path folder;

    Fresh(ModelCopy copy) {
        folder = copy.folder();
        ModelCopy.End end = copy.start(new ModelCopy.Policy(true, false)).await();
        assertThat(end.state()).as("fresh export: %s", end.told()).isEqualTo(ModelCopy.State.SUCCEEDED);
    }

    Path folder() {
        return folder;
    }

    FolderState state() {
        return FolderState.of(folder);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
