package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to an export, or what a run did to one of its files. The records of an export are numbered from 1 on and are
 * a chain: each holds a hash of itself and of the one before, so that what is changed, left out or put in later shows.
 *
 * @param actor who did it: {@code key:NAME}, the name of a token, {@code command line}, or {@code schedule:KIND}
 * @param action such as {@code run-started}, {@code created} or {@code removed}
 * @param run in which; null for what is done to the export itself
 * @param path where the file lies; for one that is removed, where it lay
 * @param fromPath where it lay before, if elsewhere
 * @param fromVersion in Confluence, of the file as it was; null when it was not, or when that is not known
 * @param toVersion in Confluence, of the file as it is; null when it is no more, or when Confluence does not say
 * @param hash of this record and the one before
 */
public record AuditRecord(
        ExportId export,
        long seq,
        Instant at,
        String actor,
        String action,
        @Nullable RunId run,
        @Nullable ResourceKey resource,
        @Nullable String path,
        @Nullable String fromPath,
        @Nullable Integer fromVersion,
        @Nullable Integer toVersion,
        @Nullable String detail,
        String hash)
        implements Keyed {

    /** What the first record of an export has in the place of a hash before it. */
    public static final String BEGINNING = "0".repeat(64);

    /** The same record with the hash that follows from its content and the hash before it. */
    public AuditRecord chainedTo(String before) {
        return new AuditRecord(
                export,
                seq,
                at,
                actor,
                action,
                run,
                resource,
                path,
                fromPath,
                fromVersion,
                toVersion,
                detail,
                hashAfter(before));
    }

    /** Whether the record is as it was written, after one with this hash. */
    public boolean follows(String before) {
        return hash.equals(hashAfter(before));
    }

    /** Each part with its length, so that no two records have the same text. */
    private String hashAfter(String before) {
        StringJoiner text = new StringJoiner("\n");
        for (Object part : new @Nullable Object[] {
            before, export, seq, at, actor, action, run, resource, path, fromPath, fromVersion, toVersion, detail
        }) {
            String word = part == null ? "" : part.toString();
            text.add((part == null ? "-" : word.length()) + ":" + word);
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @JsonIgnore
    @Override
    public String recordKey() {
        return export.value();
    }
}
