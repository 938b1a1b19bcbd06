package dev.sluice.systemtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.systemtests.topology.Installation;
import java.nio.file.Path;

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
        Installation.remove(folder);
    }
}
