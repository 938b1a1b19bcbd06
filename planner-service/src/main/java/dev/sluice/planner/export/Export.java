package dev.sluice.planner.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A site, what of it is exported, and to where. A destination belongs to exactly one export. */
@Entity
@Table(name = "export", schema = "planner")
public class Export extends PanacheEntityBase {

    @Id
    String id;

    String site;

    @Column(name = "site_url")
    String siteUrl;

    String destination;

    /** JSON array of {@link ScopeRef}. */
    String scopes;

    @Column(name = "created_at")
    Instant createdAt;

    /** What was exported before is exported anew; null when nothing is. */
    @Column(name = "min_export_at")
    @Nullable
    Instant minExportAt;

    /** Key of the snapshot; null for the usual place. */
    @Nullable
    String manifest;

    /** How many runs there have been. */
    int runs;

    protected Export() {
        this(new ExportId("none"), new ExportRequest("", "", "", List.of()), Instant.EPOCH);
    }

    Export(ExportId id, ExportRequest request, Instant now) {
        this.id = id.value();
        this.site = request.site();
        this.siteUrl = request.siteUrl();
        this.destination = request.destination();
        this.scopes = new String(Wire.encode(request.scopes()), java.nio.charset.StandardCharsets.UTF_8);
        this.createdAt = now;
    }

    static Optional<Export> findByDestination(String destination) {
        return find("destination", destination).firstResultOptional();
    }

    public ExportId id() {
        return new ExportId(id);
    }

    public String site() {
        return site;
    }

    public String siteUrl() {
        return siteUrl;
    }

    public String destination() {
        return destination;
    }

    public List<ScopeRef> scopes() {
        try {
            return Wire.json().readValue(scopes, new TypeReference<List<ScopeRef>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The scopes of export " + id + " are unreadable", e);
        }
    }

    /** What was exported before is exported anew; null when nothing is. */
    public @Nullable Instant minExportAt() {
        return minExportAt;
    }

    /** What the destination says of the export. */
    public ExportHeader header() {
        return new ExportHeader(siteUrl, scopes(), manifest, minExportAt);
    }

    /** Number of a run that begins now. */
    public int nextRun() {
        return ++runs;
    }

    /** From now on everything exported until now is stale. */
    public void exportAnew(Instant now) {
        minExportAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** From now on the snapshot has this key. */
    public void writeSnapshotTo(String key) {
        manifest = key;
    }

    /** Adds scopes; those it has already change nothing. */
    void append(List<ScopeRef> more) {
        Set<ScopeRef> all = new LinkedHashSet<>(scopes());
        all.addAll(more);
        scopes = new String(Wire.encode(all), java.nio.charset.StandardCharsets.UTF_8);
    }
}
