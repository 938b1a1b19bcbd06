package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Confluence Data Center: its one REST API. */
final class DataCenterConfluence implements Confluence {

    private final SiteHttp http;
    private final DataCenterSpaces spaces;
    private final DataCenterPages pages;
    private final DataCenterAttachments attachments;
    private final DataCenterLabels labels;
    private final DataCenterComments comments;
    private final DataCenterPeople people;
    private final DataCenterRecent recent;

    DataCenterConfluence(SiteHttp http, ClientSettings settings) {
        DataCenterJson json = new DataCenterJson(http.site().baseUrl());
        int listing = settings.pageSizes().dataCenterListing();
        this.http = http;
        this.spaces = new DataCenterSpaces(http, json, listing);
        this.pages = new DataCenterPages(http, json, spaces, settings.pageSizes());
        this.attachments = new DataCenterAttachments(http, json, listing);
        this.labels = new DataCenterLabels(http);
        this.comments = new DataCenterComments(http, settings.pageSizes().dataCenterBodies());
        this.people = new DataCenterPeople(http);
        this.recent = new DataCenterRecent(http, json, spaces, listing);
    }

    @Override
    public Account currentUser() {
        JsonNode user = http.currentUser();
        String key = Json.textOrEmpty(user, "userKey");
        if (http.site().isAnonymous()) {
            return new Account("", Json.textOrEmpty(user, "displayName"));
        }
        return new Account(key.isEmpty() ? Json.text(user, "username") : key, Json.textOrEmpty(user, "displayName"));
    }

    @Override
    public List<Space> spaces(Collection<String> keys) {
        return spaces.withKeys(keys);
    }

    @Override
    public Stream<Space> allSpaces(boolean personal, boolean archived) {
        return spaces.all(personal, archived);
    }

    @Override
    public Stream<Page> pages(Space space) {
        return pages.in(space);
    }

    @Override
    public Stream<Page> blogPosts(Collection<Space> wanted) {
        return pages.blogPostsIn(wanted);
    }

    @Override
    public List<Page> pages(Collection<String> ids) {
        return pages.withIds(ids).toList();
    }

    @Override
    public Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        return pages.whereabouts(ids);
    }

    @Override
    public Stream<Page> descendants(Page root, int depth) {
        return pages.below(root.id(), depth);
    }

    /** Data Center has none. */
    @Override
    public List<Container> containers(Collection<Container.Ref> wanted) {
        return List.of();
    }

    @Override
    public Stream<String> search(String cql, boolean archivedSpaces) {
        return new CqlSearch(http).ids(cql, archivedSpaces);
    }

    @Override
    public List<PageBody> bodies(Collection<String> ids) {
        return pages.bodies(ids).toList();
    }

    @Override
    public List<PageBody> blogPostBodies(Collection<String> ids) {
        return pages.blogPostBodies(ids).toList();
    }

    @Override
    public Stream<Attachment> attachments(WantedPages wanted) {
        return attachments.of(wanted);
    }

    @Override
    public Map<String, List<String>> labels(Collection<String> pageIds) {
        return labels.of(pageIds);
    }

    @Override
    public Stream<Comment> comments(WantedPages wanted) {
        return comments.of(wanted);
    }

    @Override
    public List<Person> people(Collection<String> ids) {
        return people.withIds(ids);
    }

    @Override
    public Stream<Page> recent(Recent asked) {
        return recent.pages(asked);
    }

    @Override
    public Stream<Attachment> recentAttachments(Recent asked) {
        return recent.attachments(asked);
    }

    @Override
    public <T> Downloaded<T> download(AttachmentRef attachment, Stamp held, DownloadSink<T> sink) {
        return http.download(attachment, held, sink);
    }

    @Override
    public RequestCount requests() {
        return http.requests();
    }

    @Override
    public Traffic traffic() {
        return http.traffic();
    }

    @Override
    public void close() {
        http.close();
    }
}
