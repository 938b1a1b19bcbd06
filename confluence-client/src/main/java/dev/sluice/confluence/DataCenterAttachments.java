package dev.sluice.confluence;

import java.util.List;
import java.util.stream.Stream;

/** The attachments of pages on Data Center. The listing of a space has brought most of them along. */
final class DataCenterAttachments {

    private final SiteHttp http;
    private final DataCenterJson json;
    private final int listingSize;
    private final InsidePages<Attachment> inside;

    DataCenterAttachments(SiteHttp http, DataCenterJson json, int listingSize) {
        this.http = http;
        this.json = json;
        this.listingSize = listingSize;
        this.inside = new InsidePages<>(
                http, new InsidePages.Listing("children.attachment.version", listingSize), json::inside, this::ofPage);
    }

    Stream<Attachment> of(WantedPages pages) {
        Stream<Attachment> known =
                pages.stream().flatMap(page -> Stream.ofNullable(page.files())).flatMap(List::stream);
        return Stream.concat(known, inside.of(pages.stream().filter(page -> page.files() == null)));
    }

    private Stream<Attachment> ofPage(String pageId) {
        return http.listing("/rest/api/content/" + Uris.encode(pageId) + "/child/attachment?expand=version&limit="
                        + listingSize)
                .map(item -> json.attachment(item, pageId));
    }
}
