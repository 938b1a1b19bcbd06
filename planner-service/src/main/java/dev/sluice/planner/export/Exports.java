package dev.sluice.planner.export;

import dev.sluice.pipeline.ExportId;
import dev.sluice.planner.audit.AuditEntry;
import dev.sluice.planner.audit.AuditTrail;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The exports that are known. */
@ApplicationScoped
public class Exports {

    private final Clock clock;
    private final Stores stores;
    private final AuditTrail audit;

    Exports(Clock clock, Stores stores, AuditTrail audit) {
        this.audit = audit;
        this.clock = clock;
        this.stores = stores;
    }

    /**
     * The export of this destination, made when there is none, with the scopes of the request added and its settings
     * changed. One that is made where an export lives already, which another database knew, goes on as that export.
     * Refuses with {@link WrongSiteException} when the destination belongs to another Confluence. {@code by}: who asks.
     */
    @Transactional
    public ExportId ensure(ExportRequest request, String by) {
        Optional<Export> known = Export.findByDestination(request.destination());
        if (known.isPresent()) {
            Export export = known.get();
            if (!export.siteUrl().equals(request.siteUrl())) {
                throw new WrongSiteException(request.destination(), export.siteUrl(), request.siteUrl());
            }
            String before = export.words();
            export.append(request.scopes());
            export.write(request.markdown());
            export.layOut(request.paths());
            if (!export.words().equals(before)) {
                record(export, by, "export-changed");
            }
            return export.id();
        }
        Export export = new Export(new ExportId("x" + UUID.randomUUID()), request, clock.instant());
        new Identity(stores.open(request.destination())).find().ifPresent(found -> {
            if (!found.confluenceUrl().equals(request.siteUrl())) {
                throw new WrongSiteException(request.destination(), found.confluenceUrl(), request.siteUrl());
            }
            export.goOnAs(found, request);
        });
        export.persist();
        record(export, by, "export-made");
        return export.id();
    }

    private void record(Export export, String by, String action) {
        audit.append(export.id(), List.of(AuditEntry.of(by, action, export.words())));
    }

    /** The same, in the name of the command line. */
    @Transactional
    public ExportId ensure(ExportRequest request) {
        return ensure(request, "command line");
    }

    /**
     * Tells a planner whose database belongs to one destination, and lies in it, that this destination is now found
     * elsewhere: its folder may have been moved since the last run.
     */
    @Transactional
    public void relocate(String destination) {
        List<Export> all = Export.listAll();
        if (all.size() == 1) {
            all.getFirst().destination = destination;
        }
    }

    /** Whether a destination has an export. */
    @Transactional
    public boolean isKnown(String destination) {
        return Export.findByDestination(destination).isPresent();
    }

    /** The oldest exports, in the order of their making. */
    @Transactional
    public List<Export> first(int limit) {
        return Export.<Export>find("order by createdAt, id").page(0, limit).list();
    }

    /** Exports that were made after this moment, or then and with a higher id, in the order of their making. */
    @Transactional
    public List<Export> after(Instant time, String id, int limit) {
        return Export.<Export>find("createdAt > ?1 or createdAt = ?1 and id > ?2 order by createdAt, id", time, id)
                .page(0, limit)
                .list();
    }

    @Transactional
    public Optional<Export> find(ExportId id) {
        return Export.findByIdOptional(id.value());
    }
}
