package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stage has to know of how a run is meant.
 *
 * @param number of the run within its export, from 1 on: what a later run did, a message of an earlier one does not undo
 * @param staleBefore what was exported before is downloaded again; null when nothing is stale by its age
 * @param fetchAll whether everything is downloaded, whatever the manifest says
 * @param preserveLocalEdits whether files that someone edited are left as they are
 * @param verify whether files of what is unchanged are looked at, and made anew when they are not as recorded; null when
 *     not
 */
public record RunMode(
        int number,
        @Nullable Instant staleBefore,
        boolean fetchAll,
        boolean preserveLocalEdits,
        @Nullable Boolean verify) {

    /** How a run is meant whose messages do not say. */
    public static final RunMode PLAIN = new RunMode(0, null, false, false);

    /** A run that takes files of what is unchanged for what they should be. */
    public RunMode(int number, @Nullable Instant staleBefore, boolean fetchAll, boolean preserveLocalEdits) {
        this(number, staleBefore, fetchAll, preserveLocalEdits, null);
    }

    /** Whether files of what is unchanged are looked at. */
    @JsonIgnore
    public boolean verifies() {
        return verify != null && verify;
    }
}
