package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Cloud and Data Center do each in its own way: Cloud by its REST API v2, and by v1 where there is nothing else, Data
 * Center by its one REST API.
 *
 * @param account who we are, as the site says it
 */
record ProductApi(
        Function<JsonNode, Account> account,
        SpaceListings spaces,
        PageListings pages,
        Function<Collection<Container.Ref>, List<Container>> containers,
        Function<WantedPages, Stream<Attachment>> attachments,
        Function<Collection<String>, Map<String, List<String>>> labels,
        Function<WantedPages, Stream<Comment>> comments,
        Function<Collection<String>, List<Person>> people,
        Function<Recent, Stream<Page>> recentPages,
        Function<Recent, Stream<Attachment>> recentAttachments) {

    static ProductApi of(SiteHttp http, ClientSettings.PageSizes sizes) {
        return switch (http.site().product()) {
            case CLOUD -> cloud(http, sizes);
            case DATA_CENTER -> dataCenter(http, sizes);
        };
    }

    private static ProductApi cloud(SiteHttp http, ClientSettings.PageSizes sizes) {
        CloudJson json = new CloudJson(http.site().baseUrl());
        CloudSpaces spaces = new CloudSpaces(http, json, sizes.cloudListing());
        CloudPages pages = new CloudPages(http, json, spaces, sizes);
        CloudAttachments attachments = new CloudAttachments(http, json, sizes.cloudListing());
        return new ProductApi(
                CloudPeople::account,
                spaces,
                pages,
                new CloudContainers(http)::find,
                attachments::of,
                new CloudLabels(http)::of,
                new CloudComments(http, sizes.cloudListing())::of,
                new CloudPeople(http)::withIds,
                pages::recent,
                attachments::recent);
    }

    /** Data Center has no containers. */
    private static ProductApi dataCenter(SiteHttp http, ClientSettings.PageSizes sizes) {
        DataCenterJson json = new DataCenterJson(http.site().baseUrl());
        DataCenterSpaces spaces = new DataCenterSpaces(http, json, sizes.dataCenterListing());
        DataCenterRecent recent = new DataCenterRecent(http, json, spaces, sizes.dataCenterListing());
        return new ProductApi(
                DataCenterPeople::account,
                spaces,
                new DataCenterPages(http, json, spaces, sizes),
                ignored -> List.of(),
                new DataCenterAttachments(http, json, sizes.dataCenterListing())::of,
                new DataCenterLabels(http)::of,
                new DataCenterComments(http, sizes.dataCenterBodies())::of,
                new DataCenterPeople(http)::withIds,
                recent::pages,
                recent::attachments);
    }
}
