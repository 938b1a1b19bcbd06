package dev.sluice.planner.run;

import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.FailureCategory;
import dev.sluice.pipeline.Outcome;
import dev.sluice.pipeline.RunEvent;
import dev.sluice.pipeline.RunId;
import dev.sluice.pipeline.RunMode;
import dev.sluice.pipeline.RunRef;
import dev.sluice.planner.export.Export;
import dev.sluice.planner.export.SettingsColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One execution of an export, and how far it is accounted for. */
@Entity
@Table(name = "run", schema = "planner")
class Run extends PanacheEntityBase {

    @Id
    String id;

    /** Lazy, because an eager join would make Hibernate read first and lock afterwards: updates would be lost. */
    @ManyToOne(fetch = FetchType.LAZY)
    Export export;

    @Enumerated(EnumType.STRING)
    RunState state;

    boolean prune;

    @Column(name = "allow_mass_delete")
    boolean allowMassDelete;

    /** Which run of its export it is, from 1 on. */
    int number;

    @Column(name = "fetch_all")
    boolean fetchAll;

    @Column(name = "preserve_local_edits")
    boolean preserveLocalEdits;

    boolean verify;

    /** Whether only what is new is asked for, if possible. */
    boolean quick;

    /** Whether it is what everybody may see. */
    boolean anonymous;

    /** Resources of the catalog. */
    int listed;

    /** Pages of the catalog; the others are attachments. */
    int pages;

    /** Requests sent to Confluence. */
    long requests;

    /** Descriptors, follow-ups among them. */
    int resources;

    int settled;

    /** First number of the descriptors that are under way: all, or second tries, or follow-ups. */
    @Column(name = "phase_start")
    int phaseStart;

    @Column(name = "retries_published")
    boolean retriesPublished;

    @Column(name = "follow_ups_retried")
    boolean followUpsRetried;

    @Embedded
    Comparisons comparisons = new Comparisons();

    /** Of the whole export, as the detector counts them at the end; null before. */
    @Column(name = "unhandled_macros")
    @Nullable
    Integer unhandledMacros;

    @Column(name = "broken_links")
    @Nullable
    Integer brokenLinks;

    @Embedded
    Counts counts = new Counts();

    /** As the export's when the run began. */
    @Convert(converter = SettingsColumn.class)
    Map<String, String> markdown;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "progressed_at")
    Instant progressedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    FailureCategory failure;

    @Nullable
    String message;

    @Column(name = "started_by")
    String startedBy;

    /** Who asked for its end; null when nobody did. */
    @Column(name = "cancelled_by")
    @Nullable
    String cancelledBy;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected Run() {}

    Run(RunId id, Export export, RunRequest request, Instant now) {
        this.id = id.value();
        this.export = export;
        this.state = RunState.PLANNING;
        this.number = export.nextRun();
        this.prune = request.policy().prune();
        this.allowMassDelete = request.policy().allowMassDelete();
        this.fetchAll = request.policy().noSmartSync();
        this.preserveLocalEdits = request.policy().preserveLocalEdits();
        this.verify = request.policy().verify();
        this.quick = request.policy().quick();
        this.markdown = export.markdown();
        this.startedBy = request.startedBy();
        this.startedAt = now;
        this.progressedAt = now;
    }

    static List<Run> unfinished() {
        return list("endedAt is null order by startedAt");
    }

    static Optional<Run> unfinishedOf(ExportId export) {
        return find("export.id = ?1 and endedAt is null", export.value()).firstResultOptional();
    }

    RunRef ref() {
        RunMode mode = new RunMode(number, export.minExportAt(), fetchAll, preserveLocalEdits, verify ? true : null);
        return new RunRef(
                new RunId(id), export.id(), export.site(), export.siteUrl(), export.destination(), markdown, mode);
    }

    /** What the destination is to say of the export. */
    ExportHeader header() {
        ExportHeader header = export.header(markdown);
        return anonymous ? header.forEverybody() : header;
    }

    /** Ends it because somebody wants that. */
    void endCancelled(Instant now) {
        message = "Cancelled by %s; what is exported so far stays, and the next run goes on from there."
                .formatted(cancelledBy);
        end(RunState.CANCELLED, now);
    }

    void end(RunState last, Instant now) {
        state = last;
        endedAt = now;
        progressedAt = now;
    }

    /**
     * The step that the run waits for, now that everything before it is settled; empty while outcomes are due. Changes
     * the state where the step begins a new one.
     */
    Optional<Step> nextStep() {
        if (settled >= resources) {
            switch (state) {
                case RUNNING -> endFirstTries();
                case RETRYING -> close();
                case FOLLOWING_UP -> endFollowUps();
                case PLANNING, PUBLISHING, CLOSING, SEALING, SUCCEEDED, INCOMPLETE, FAILED, INTERRUPTED, CANCELLED -> {}
            }
        }
        return switch (state) {
            case RETRYING -> retriesPublished ? Optional.empty() : Optional.of(new Step.Retry(ref(), phaseStart));
            case FOLLOWING_UP ->
                settled >= resources ? Optional.of(new Step.Finish(ref(), RunState.INCOMPLETE)) : Optional.empty();
            case CLOSING ->
                Optional.of(new Step.Publish(
                        new RunEvent.Closing(ref(), resources, counts.recorded, prune, allowMassDelete)));
            case SEALING -> Optional.of(new Step.Publish(new RunEvent.Sealing(ref(), counts.recorded, header())));
            case PLANNING, PUBLISHING, RUNNING, SUCCEEDED, INCOMPLETE, FAILED, INTERRUPTED, CANCELLED ->
                Optional.empty();
        };
    }

    /** Whether this is the answer to the comparison that is under way, not to one before it. */
    boolean awaits(Outcome.FollowUps found) {
        return state == RunState.CLOSING && (found.first() == null || found.first() == phaseStart);
    }

    /** Whether the next word is the detector's. */
    boolean awaitsDetector() {
        return state == RunState.CLOSING || state == RunState.SEALING;
    }

    /** Gives up accounting for the run: it ends incomplete, and says why. */
    Step breakOff(String reason) {
        message = reason;
        return new Step.Finish(ref(), RunState.INCOMPLETE);
    }

    private void endFirstTries() {
        if (counts.retryable == 0) {
            close();
            return;
        }
        state = RunState.RETRYING;
        int tries = counts.retryable;
        giveAnotherTry();
        resources += tries;
    }

    private void endFollowUps() {
        if (counts.retryable > 0) {
            // compared once more, manifest and catalog still differ by what failed
            followUpsRetried = true;
            giveAnotherTry();
            close();
        } else if (counts.failed == 0 && comparisons.isDue()) {
            close();
        } else if (counts.failed == 0) {
            state = RunState.SEALING;
        }
    }

    private void close() {
        phaseStart = resources;
        comparisons.begin();
        state = RunState.CLOSING;
    }

    /** Takes the answer to the comparison that is under way. */
    void followUp(Outcome.FollowUps found) {
        resources += found.count();
        comparisons.answered(found, counts.removed);
        state = RunState.FOLLOWING_UP;
    }

    private void giveAnotherTry() {
        boolean main = state == RunState.RETRYING;
        RunItems.markRetried(new RunId(id), phaseStart, main ? FailureCategory::isWorthAnotherTry : any -> true);
        counts.tryAgain();
        phaseStart = resources;
    }

    /** Whether what fails now, for such a reason, may get another try. */
    boolean retries(FailureCategory category) {
        return switch (state) {
            case PLANNING, PUBLISHING, RUNNING -> category.isWorthAnotherTry();
            // another comparison comes upon all of them again
            case CLOSING, FOLLOWING_UP -> !followUpsRetried;
            case RETRYING, SEALING, SUCCEEDED, INCOMPLETE, FAILED, INTERRUPTED, CANCELLED -> false;
        };
    }
}
