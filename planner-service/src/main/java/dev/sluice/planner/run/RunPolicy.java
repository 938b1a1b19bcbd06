package dev.sluice.planner.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a run goes about its export; what is not said is false.
 *
 * @param prune whether files of resources that vanished from Confluence are removed
 * @param allowMassDelete lifts the guard against removing a large part of the export at once
 * @param force whether everything that was exported until now is exported anew, by this run or by those that go on with it
 * @param noSmartSync whether everything is downloaded, whatever the manifest says
 * @param preserveLocalEdits whether files that someone edited are left as they are
 * @param verify whether files of what is unchanged are looked at, too, and made anew when they are not as exported
 * @param quick whether only what is new is asked for; nothing is removed then
 */
public record RunPolicy(
        boolean prune,
        boolean allowMassDelete,
        boolean force,
        boolean noSmartSync,
        boolean preserveLocalEdits,
        boolean verify,
        boolean quick) {

    /** A run that takes files of what is unchanged for what they should be, and lists everything. */
    public RunPolicy(
            boolean prune, boolean allowMassDelete, boolean force, boolean noSmartSync, boolean preserveLocalEdits) {
        this(prune, allowMassDelete, force, noSmartSync, preserveLocalEdits, false, false);
    }

    /** What is true of it, in words. */
    String words() {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        parts.put("prune", prune);
        parts.put("allow-mass-delete", allowMassDelete);
        parts.put("force", force);
        parts.put("no-smart-sync", noSmartSync);
        parts.put("preserve-local-edits", preserveLocalEdits);
        parts.put("verify", verify);
        parts.put("quick", quick);
        parts.values().removeIf(is -> !is);
        return String.join(" ", parts.keySet());
    }

    /** Fetches what changed, and removes nothing. */
    public static final RunPolicy PLAIN = new RunPolicy(false, false, false, false, false);

    /** Fetches what changed, and removes what is gone. */
    public static final RunPolicy PRUNING = new RunPolicy(true, false, false, false, false);
}
