package dev.sluice.simulator.datacenter;

import dev.sluice.simulator.http.Downloads;
import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.AttachmentFilter;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.ContentStatus;
import dev.sluice.simulator.site.SiteStore;
import dev.sluice.simulator.site.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** Attachments of Data Center: listings, and the servlet that downloads them. */
final class DataCenterAttachments {

    private final SiteStore store;
    private final V1Links links;
    private final DataCenterJson shapes;

    DataCenterAttachments(SiteStore store, V1Links links) {
        this.store = store;
        this.links = links;
        this.shapes = new DataCenterJson(store, links);
    }

    void register(Routes routes) {
        routes.get("/rest/api/content/{id}/child/attachment", this::attachments)
                .get("/download/attachments/{pageId}/{fileName}", this::download);
    }

    private Response attachments(Request request) {
        Expansions expand = Expansions.of(request, "");
        OffsetListing listing = new OffsetListing(request, links, 50, expand.cap());
        long pageId = request.number("id")
                .flatMap(store::content)
                .filter(page -> page.status() != ContentStatus.TRASHED)
                .orElseThrow(() -> DataCenterErrors.noContent(request.variable("id")))
                .id();
        AttachmentFilter filter = new AttachmentFilter(
                Set.of(ContentStatus.CURRENT),
                request.query().one("filename").orElse(null),
                request.query().one("mediaType").orElse(null));
        return listing.answer(
                store.attachments(pageId, filter, listing.slice()), each -> shapes.attachment(each, expand));
    }

    private Response download(Request request) {
        AttachmentFilter filter =
                new AttachmentFilter(Set.of(ContentStatus.CURRENT), request.variable("fileName"), null);
        Optional<AttachmentView> latest = request.number("pageId").stream()
                .flatMap(pageId -> store.attachments(pageId, filter, Slice.offset(0, 1)).stream())
                .findFirst();
        Optional<AttachmentView> asked = latest.flatMap(attachment -> request.query()
                .one("version")
                .map(version -> Numbers.parse(version).flatMap(number -> store.attachment(attachment.id(), number)))
                .orElse(Optional.of(attachment)));
        return asked.map(attachment -> send(request, attachment))
                .orElseGet(() -> Response.html(404, "<html><body><h1>Page Not Found</h1></body></html>"));
    }

    private Response send(Request request, AttachmentView attachment) {
        String modified = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(attachment.createdAt()).atZone(ZoneOffset.UTC));
        if (isKnown(request, attachment)) {
            return Response.empty(304).with("Last-Modified", modified);
        }
        boolean ranges = links.faults().honoursRanges();
        return Downloads.answer(request, attachment.content(), attachment.mediaType(), ranges)
                .with("Last-Modified", modified)
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + Query.encode(attachment.fileName()));
    }

    private static boolean isKnown(Request request, AttachmentView attachment) {
        try {
            return request.findHeader("If-Modified-Since")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .filter(since -> since.toEpochSecond() >= attachment.createdAt() / 1000)
                    .isPresent();
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }
}
