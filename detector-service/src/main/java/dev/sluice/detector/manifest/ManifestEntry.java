package dev.sluice.detector.manifest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.stream.Stream;

/** A row of the manifest, for reading it whole; the hot path goes through {@link Manifest} in sets. */
@Entity
@Table(name = "manifest_entry", schema = "detector")
public class ManifestEntry extends PanacheEntityBase {

    /** Export and resource. */
    @Embeddable
    public record Key(@Column(name = "export_id") String exportId, String resource) implements Serializable {}

    @EmbeddedId
    Key id;

    String status;

    @Column(name = "version_number")
    int versionNumber;

    @Column(name = "version_at")
    Instant versionAt;

    String path;

    String checksum;

    long size;

    @Column(name = "exported_at")
    Instant exportedAt;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected ManifestEntry() {}

    /** The export's entries in the order of their keys; to be closed, and read within a transaction. */
    static Stream<ManifestEntry> ofExport(String exportId) {
        return stream("id.exportId = ?1 order by id.resource", exportId);
    }
}
