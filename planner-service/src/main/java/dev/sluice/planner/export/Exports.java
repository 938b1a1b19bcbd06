package dev.sluice.planner.export;

import dev.sluice.pipeline.ExportId;
import dev.sluice.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The exports that are known. */
@ApplicationScoped
public class Exports {

    private final Clock clock;
    private final Stores stores;

    Exports(Clock clock, Stores stores) {
        this.clock = clock;
        this.stores = stores;
    }

    /**
     * The export of this destination, made when there is none, with the scopes of the request added and its settings
     * changed. One that is made where an export lives already, which another database knew, goes on as that export.
     * Refuses with {@link WrongSiteException} when the destination belongs to another Confluence.
     */
    @Transactional
    public ExportId ensure(ExportRequest request) {
        Optional<Export> known = Export.findByDestination(request.destination());
        if (known.isPresent()) {
            Export export = known.get();
            if (!export.siteUrl().equals(request.siteUrl())) {
                throw new WrongSiteException(request.destination(), export.siteUrl(), request.siteUrl());
            }
            export.append(request.scopes());
            export.write(request.markdown());
            export.layOut(request.paths());
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
        return export.id();
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

    @Transactional
    public Optional<Export> find(ExportId id) {
        return Export.findByIdOptional(id.value());
    }
}
