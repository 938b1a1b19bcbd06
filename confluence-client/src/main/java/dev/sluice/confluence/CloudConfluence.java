package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Confluence Cloud: REST API v2, and v1 for the current user and for downloads, where v2 has nothing. */
final class CloudConfluence implements Confluence {

    private final SiteHttp http;
    private final CloudSpaces spaces;
    private final CloudPages pages;
    private final CloudAttachments attachments;
    private final CloudLabels labels;
    private final CloudComments comments;
    private final CloudPeople people;

    CloudConfluence(SiteHttp http, ClientSettings settings) {
        CloudJson json = new CloudJson(http.site().baseUrl());
        int listing = settings.pageSizes().cloudListing();
        this.http = http;
        this.spaces = new CloudSpaces(http, json, listing);
        this.pages = new CloudPages(http, json, spaces, settings.pageSizes());
        this.attachments = new CloudAttachments(http, json, listing);
        this.labels = new CloudLabels(http);
        this.comments = new CloudComments(http, listing);
        this.people = new CloudPeople(http);
    }

    @Override
    public Account currentUser() {
        JsonNode user = http.currentUser();
        String id = http.site().isAnonymous() ? "" : Json.text(user, "accountId");
        return new Account(id, Json.textOrEmpty(user, "displayName"));
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

    @Override
    public List<Container> containers(Collection<Container.Ref> wanted) {
        return new CloudContainers(http).find(wanted);
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
        return pages.recent(asked);
    }

    @Override
    public Stream<Attachment> recentAttachments(Recent asked) {
        return attachments.recent(asked);
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
