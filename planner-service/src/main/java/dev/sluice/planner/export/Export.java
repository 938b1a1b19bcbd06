package dev.sluice.planner.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.sluice.markdown.MarkdownSettings;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ExportId;
import dev.sluice.pipeline.ScopeRef;
import dev.sluice.pipeline.Wire;
import dev.sluice.planner.path.PathTemplates;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    @Convert(converter = SettingsColumn.class)
    Map<String, String> markdown;

    @Convert(converter = SettingsColumn.class)
    Map<String, String> paths;

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
        this.scopes = json(request.scopes());
        this.markdown = request.markdown();
        this.paths = request.paths();
        this.createdAt = now;
    }

    /**
     * What the destination says counts, and then what is asked for; {@link IllegalArgumentException} when no run can be
     * like that.
     */
    void goOnAs(ExportHeader found, ExportRequest request) {
        scopes = json(found.scopes());
        append(request.scopes());
        markdown = found.markdown() == null ? Map.of() : found.markdown();
        write(request.markdown());
        paths = found.paths() == null ? Map.of() : found.paths();
        layOut(request.paths());
        MarkdownSettings.options(markdown);
        PathTemplates.of(paths);
        manifest = found.manifest();
        minExportAt = found.minExportTimestamp();
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

    /** What the destination says of the export, when a run writes Markdown so. */
    public ExportHeader header(@Nullable Map<String, String> markdown) {
        return new ExportHeader(siteUrl, scopes(), markdown, manifest, minExportAt, paths, null);
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

    public Instant createdAt() {
        return createdAt;
    }

    /** How many runs there have been. */
    public int runs() {
        return runs;
    }

    /** Where files lie: see {@link ExportRequest#paths()}. */
    public Map<String, String> paths() {
        return paths;
    }

    /** Everything that can be changed of it, in one line. */
    String words() {
        return "site=%s destination=%s scopes=%s markdown=%s paths=%s"
                .formatted(site, destination, scopes, markdown, paths);
    }

    /** How Markdown is written: see {@link ExportRequest#markdown()}. */
    public Map<String, String> markdown() {
        return markdown;
    }

    /** Adds scopes; those it has already change nothing. */
    void append(List<ScopeRef> more) {
        Set<ScopeRef> all = new LinkedHashSet<>(scopes());
        all.addAll(more);
        scopes = json(all);
    }

    /** Writes Markdown like this from the next run on; what is not named stays. */
    void write(Map<String, String> changes) {
        Map<String, String> all = new TreeMap<>(markdown);
        all.putAll(changes);
        markdown = all;
    }

    /** Lays out files like this from the next run on; what is not named stays. */
    void layOut(Map<String, String> changes) {
        Map<String, String> all = new TreeMap<>(paths);
        all.putAll(changes);
        paths = all;
    }

    private static String json(Collection<ScopeRef> scopes) {
        return new String(Wire.encode(scopes), StandardCharsets.UTF_8);
    }
}
