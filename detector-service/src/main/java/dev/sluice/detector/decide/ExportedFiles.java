package dev.sluice.detector.decide;

import dev.sluice.pipeline.RunRef;
import java.util.Optional;

/** The files in destinations, as they are now. */
public interface ExportedFiles {

    /** SHA-256 of the file, in lower-case hexadecimal; empty when there is none. */
    Optional<String> sha256(RunRef run, String path);

    /** In bytes; empty when there is none. */
    Optional<Long> size(RunRef run, String path);
}
