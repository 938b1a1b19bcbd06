package dev.sluice.simulator.cloud;

import dev.sluice.simulator.http.Numbers;
import dev.sluice.simulator.http.Query;
import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.http.Routes;
import dev.sluice.simulator.site.AttachmentFilter;
import dev.sluice.simulator.site.AttachmentView;
import dev.sluice.simulator.site.ContentStatus;
import dev.sluice.simulator.site.PageView;
import dev.sluice.simulator.site.SiteStore;
import java.util.Optional;
import java.util.Set;

/** Attachments: listings of REST v2, and the download of REST v1, which redirects to the media host. */
final class CloudAttachments {

    private static final int DEFAULT_LIMIT = 50;

    private final SiteStore store;
    private final CloudPages pages;
    private final MediaTokens tokens;

    CloudAttachments(SiteStore store, CloudPages pages, MediaTokens tokens) {
        this.store = store;
        this.pages = pages;
        this.tokens = tokens;
    }

    void register(Routes routes) {
        routes.get("/api/v2/attachments", this::attachments)
                .get("/api/v2/attachments/{id}", this::attachment)
                .get("/api/v2/pages/{id}/attachments", request -> attachmentsOf(pages.require(request), request))
                .get(
                        "/api/v2/blogposts/{id}/attachments",
                        request -> attachmentsOf(pages.requireBlogPost(request), request))
                .get("/rest/api/content/{pageId}/child/attachment/{attachmentId}/download", this::download)
                .get("/download/attachments/{pageId}/{fileName}", request -> CloudErrors.oauthRequired());
    }

    private Response attachments(Request request) {
        CloudListing listing = pages.listing(request, DEFAULT_LIMIT);
        return listing.answer(store.attachments(filter(request), listing.slice()), CloudJson::attachment);
    }

    private Response attachmentsOf(PageView page, Request request) {
        CloudListing listing = pages.listing(request, DEFAULT_LIMIT);
        return listing.answer(store.attachments(page.id(), filter(request), listing.slice()), CloudJson::attachment);
    }

    private Response attachment(Request request) {
        AttachmentView attachment =
                id(request.variable("id")).flatMap(store::attachment).orElseThrow(CloudErrors::notFound);
        return Response.json(200, CloudJson.attachment(attachment));
    }

    private static AttachmentFilter filter(Request request) {
        return new AttachmentFilter(
                CloudPages.statuses(request, Set.of(ContentStatus.CURRENT)),
                request.query().one("filename").orElse(null),
                request.query().one("mediaType").orElse(null));
    }

    private Response download(Request request) {
        Optional<AttachmentView> found = id(request.variable("attachmentId"))
                .flatMap(id -> request.query()
                        .one("version")
                        .flatMap(Numbers::parse)
                        .map(version -> store.attachment(id, version))
                        .orElseGet(() -> store.attachment(id)))
                .filter(each -> each.status() == ContentStatus.CURRENT)
                .filter(each -> Long.toString(each.pageId()).equals(request.variable("pageId")));
        return found.map(attachment -> Response.redirect(
                        tokens.location(attachment) + "&client=simulator&name=" + Query.encode(attachment.fileName())))
                .orElseGet(() -> CloudErrors.v1NotFound("attachment"));
    }

    private static Optional<Long> id(String text) {
        return text.startsWith("att") ? Numbers.parse(text.substring(3)) : Optional.empty();
    }
}
