package dev.sluice.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A site, asked in the way of its product. */
final class ProductConfluence implements Confluence {

    private final SiteHttp http;
    private final ProductApi api;

    ProductConfluence(SiteHttp http, ProductApi api) {
        this.http = http;
        this.api = api;
    }

    @Override
    public Account currentUser() {
        JsonNode user = http.currentUser();
        return http.site().isAnonymous()
                ? new Account("", Json.textOrEmpty(user, "displayName"))
                : api.account().apply(user);
    }

    @Override
    public List<Space> spaces(Collection<String> keys) {
        return api.spaces().withKeys(keys);
    }

    @Override
    public Stream<Space> allSpaces(boolean personal, boolean archived) {
        return api.spaces().all(personal, archived);
    }

    @Override
    public Stream<Page> pages(Space space) {
        return api.pages().in(space);
    }

    @Override
    public Stream<Page> blogPosts(Collection<Space> wanted) {
        return api.pages().blogPostsIn(wanted);
    }

    @Override
    public List<Page> pages(Collection<String> ids) {
        return api.pages().withIds(ids).toList();
    }

    @Override
    public Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        return api.pages().whereabouts(ids);
    }

    @Override
    public Stream<Page> descendants(Page root, int depth) {
        return api.pages().below(root.id(), depth);
    }

    @Override
    public List<Container> containers(Collection<Container.Ref> wanted) {
        return api.containers().apply(wanted);
    }

    @Override
    public Stream<String> search(String cql, boolean archivedSpaces) {
        return new CqlSearch(http).ids(cql, archivedSpaces);
    }

    @Override
    public List<PageBody> bodies(Collection<String> ids) {
        return api.pages().bodies(ids).toList();
    }

    @Override
    public List<PageBody> blogPostBodies(Collection<String> ids) {
        return api.pages().blogPostBodies(ids).toList();
    }

    @Override
    public Stream<Attachment> attachments(WantedPages wanted) {
        return api.attachments().apply(wanted);
    }

    @Override
    public Map<String, List<String>> labels(Collection<String> pageIds) {
        return api.labels().apply(pageIds);
    }

    @Override
    public Stream<Comment> comments(WantedPages wanted) {
        return api.comments().apply(wanted);
    }

    @Override
    public List<Person> people(Collection<String> ids) {
        return api.people().apply(ids);
    }

    @Override
    public Stream<Page> recent(Recent asked) {
        return api.recentPages().apply(asked);
    }

    @Override
    public Stream<Attachment> recentAttachments(Recent asked) {
        return api.recentAttachments().apply(asked);
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
