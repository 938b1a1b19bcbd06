package dev.sluice.cli.format;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.pipeline.AttachmentFilter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which attachments an export takes. */
public final class AttachmentOptions {

    @Option(
            names = "--max-attachment-size",
            paramLabel = "SIZE",
            description = "Leave out larger attachments, from now on: 50M, 2G; none for any size (default).")
    @Nullable
    String maxSize;

    @Option(
            names = "--attachment-types",
            paramLabel = "TYPE,…",
            description = "Take attachments of these media types only: image/*,application/pdf; or leave some out:"
                    + " '!video/*'; all for all (default).")
    @Nullable
    String types;

    /** These settings with what was said, checked. */
    public Map<String, String> addTo(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        if (maxSize != null) {
            all.put(AttachmentFilter.MAX_SIZE, maxSize);
        }
        if (types != null) {
            all.put(AttachmentFilter.TYPES, types);
        }
        try {
            AttachmentFilter.of(all);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        return all;
    }
}
