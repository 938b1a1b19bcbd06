package dev.sluice.benchmarks.detector;

import dev.sluice.detector.decide.ExportedFiles;
import dev.sluice.pipeline.RunRef;
import java.util.Optional;

/** A destination that is never looked at. */
final class NoFiles implements ExportedFiles {

    @Override
    public Optional<String> sha256(RunRef run, String path) {
        throw new IllegalStateException("nothing should be looked at: " + path);
    }

    @Override
    public Optional<Long> size(RunRef run, String path) {
        throw new IllegalStateException("nothing should be looked at: " + path);
    }
}
