package dev.sluice.planner.run;

import dev.sluice.pipeline.ChangeReason;
import dev.sluice.pipeline.Earlier;
import dev.sluice.pipeline.Effect;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.Resource;
import dev.sluice.pipeline.ResourceVersion;
import dev.sluice.planner.audit.AuditEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What outcomes did to files, for the audit trail. Whatever left a file as it was did nothing. */
final class Deeds {

    private final String actor;

    /** {@code actor}: who started the run. */
    Deeds(String actor) {
        this.actor = actor;
    }

    List<AuditEntry> of(List<Outcome> settled) {
        return settled.stream().flatMap(outcome -> of(outcome).stream()).toList();
    }

    private Optional<AuditEntry> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exported done ->
                done.effect() == Effect.CONFIRMED ? Optional.empty() : Optional.of(entry(done));
            case Outcome.Removed gone -> gone.moved() ? Optional.empty() : Optional.of(entry(gone));
            case Outcome.Unchanged _,
                    Outcome.Kept _,
                    Outcome.Skipped _,
                    Outcome.Inaccessible _,
                    Outcome.Failed _,
                    Outcome.Requested _,
                    Outcome.FollowUps _,
                    Outcome.Unreadable _,
                    Outcome.Unrecorded _,
                    Outcome.SnapshotWritten _ -> Optional.empty();
        };
    }

    private AuditEntry entry(Outcome.Exported done) {
        Resource resource = done.target().resource();
        Earlier earlier = done.earlier();
        String fromPath = earlier == null || earlier.path().equals(resource.path()) ? null : earlier.path();
        return new AuditEntry(
                actor,
                action(done, fromPath != null),
                done.run().run(),
                resource.key(),
                resource.path(),
                fromPath,
                earlier == null ? null : number(earlier.version()),
                number(resource.version()),
                done.reason().name().toLowerCase(Locale.ROOT));
    }

    private static String action(Outcome.Exported done, boolean moved) {
        if (done.reason() == ChangeReason.NEW || done.reason() == ChangeReason.RESTORED) {
            return "created";
        }
        return moved || done.effect() == Effect.MOVED || done.reason() == ChangeReason.MOVED ? "moved" : "changed";
    }

    private AuditEntry entry(Outcome.Removed gone) {
        return new AuditEntry(actor, "removed", gone.run().run(), gone.resource(), gone.path(), null, null, null, null);
    }

    /** Confluence does not always say. */
    private static @Nullable Integer number(@Nullable ResourceVersion version) {
        return version != null && version.isKnown() ? version.number() : null;
    }
}
