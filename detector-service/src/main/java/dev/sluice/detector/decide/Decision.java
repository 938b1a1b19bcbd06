package dev.sluice.detector.decide;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.StoredCopy;

/** What is to be done about a resource. */
public sealed interface Decision {

    /** Nothing. */
    record Unchanged() implements Decision {}

    /** Nothing, if its file is as the manifest says; otherwise it is made anew. */
    record Unverified() implements Decision {}

    /** Download it. */
    record Fetch(ChangeReason reason) implements Decision {}

    /** Make its file anew from what is held. */
    record Reuse(ChangeReason reason, StoredCopy held) implements Decision {}
}
