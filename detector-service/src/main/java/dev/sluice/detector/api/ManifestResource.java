package dev.sluice.detector.api;

import dev.sluice.access.Role;
import dev.sluice.detector.manifest.ManifestEntry;
import dev.sluice.detector.manifest.ManifestQuery;
import dev.sluice.detector.manifest.ManifestSearch;
import dev.sluice.pipeline.ExportId;
import dev.sluice.rest.Cursor;
import dev.sluice.rest.Listed;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is exported, as the manifest knows it. */
@Path("/api/v1/exports/{export}/manifest")
@Blocking
@RolesAllowed(Role.LOOK)
public class ManifestResource {

    private static final String LIST = "manifest";

    private final ManifestSearch manifest;

    ManifestResource(ManifestSearch manifest) {
        this.manifest = manifest;
    }

    /** Which entries are asked for; everything that is said must be so. */
    public static class EntryQuery {

        /** {@code active}, {@code inaccessible} or {@code deleted}. */
        @QueryParam("status")
        public @Nullable String status;

        /** {@code page}, {@code blogpost}, {@code attachment} or {@code image}. */
        @QueryParam("kind")
        public @Nullable String kind;

        /** Beginning of the path. */
        @QueryParam("path")
        public @Nullable String path;

        /** Key of one resource, such as {@code page:123}. */
        @QueryParam("resource")
        public @Nullable String resource;
    }

    /** Entries in the order of their keys. */
    @GET
    public Listed<ManifestEntry> entries(
            @PathParam("export") String export,
            @BeanParam EntryQuery wanted,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        ExportId id = new ExportId(export);
        if (!manifest.knows(id.value())) {
            throw new NotFoundException(
                    "Export %s has no manifest: no run of it has come to the detector.".formatted(id));
        }
        int most = Listed.limit(limit);
        Cursor after = Cursor.parse(LIST, cursor);
        ManifestQuery query = new ManifestQuery(id, wanted.status, wanted.kind, wanted.path, wanted.resource);
        List<ManifestEntry> found = manifest.find(query, after == null ? null : after.place(), most + 1);
        return Listed.of(found, most, last -> new Cursor(LIST, last.resource().toString()));
    }
}
