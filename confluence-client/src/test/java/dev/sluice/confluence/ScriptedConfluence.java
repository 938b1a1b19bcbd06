package dev.sluice.confluence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Confluence that holds what a test puts into it, refuses what the test tells it to, and remembers what was asked. */
public final class ScriptedConfluence extends ScriptedDetails {

    /** When everything here was made. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<String, Space> spaces = new LinkedHashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Set<String> trash = new HashSet<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Map<String, List<String>> searches = new LinkedHashMap<>();
    private final Set<String> archivedSpaces = new HashSet<>();
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<List<String>> askedBodies = new CopyOnWriteArrayList<>();
    private final List<String> downloads = new CopyOnWriteArrayList<>();

    /** A space without a home page. */
    public Space space(String id, String key) {
        return space(new Space(id, key, "Space " + key, null));
    }

    public Space space(Space space) {
        spaces.put(space.key(), space);
        return space;
    }

    /** A page in its first version; one that has the id already is replaced. */
    public Page page(Space space, String id, @Nullable String parentId, String title) {
        Page page = new Page(
                id,
                space,
                title,
                parentId,
                "current",
                new PageVersion(1, NOON),
                "https://acme.example/wiki/" + id,
                NOON);
        pages.put(id, page);
        bodies.put(id, "<p>" + id + "</p>");
        return page;
    }

    /** A blog post in its first version. */
    public Page blogPost(Space space, String id, LocalDate day, String title) {
        Page post = page(space, id, null, title).postedOn(day);
        pages.put(id, post);
        return post;
    }

    /** Gives the page another body and with it another version. */
    public void edit(String id, int version, String body) {
        Page page = pages.get(id);
        pages.put(id, page.with(page.status(), new PageVersion(version, NOON.plusSeconds(version))));
        bodies.put(id, body);
    }

    /** Who wrote a page, and its labels as its listing brings them along: null when it does not. */
    public void describe(String id, List<Person> authors, @Nullable List<String> listed) {
        pages.computeIfPresent(id, (_, page) -> page.described(authors, listed));
    }

    public void trash(String id) {
        pages.remove(id);
        trash.add(id);
    }

    public Attachment attachment(String pageId, String id, String fileName, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Attachment attachment = new Attachment(
                new AttachmentRef(id, pageId, fileName, bytes.length, "/download/" + id),
                "text/plain",
                new PageVersion(1, NOON),
                "file-" + id);
        attachments.put(id, attachment);
        files.put(id, bytes);
        return attachment;
    }

    /** From now on the space is archived. */
    public void archive(Space space) {
        archivedSpaces.add(space.key());
    }

    /** From now on the page is archived. */
    public void archive(String id) {
        Page page = pages.get(id);
        pages.put(id, page.with("archived", page.version()));
    }

    /** From now on the page hangs under another one, and has another title, in the same version. */
    public void move(String id, @Nullable String parentId, String title) {
        Page page = pages.get(id);
        pages.put(id, page(page.space(), id, parentId, title).with(page.status(), page.version()));
    }

    /** A page in a folder or the like. */
    public Page pageIn(Container container, String type, String id, String title) {
        Space space = spaces.values().stream()
                .filter(each -> each.id().equals(container.spaceId()))
                .findFirst()
                .orElseThrow();
        Page page = page(space, id, container.id(), title).below(type);
        pages.put(id, page);
        return page;
    }

    /** Shows a folder or the like; without this it is out of sight. */
    public Container show(Container container, String type) {
        containers.put(type + ":" + container.id(), container);
        return container;
    }

    /** What a search finds. */
    public void found(String cql, String... ids) {
        searches.put(cql, List.of(ids));
    }

    /** The ids of each request for bodies. */
    public List<List<String>> askedBodies() {
        return askedBodies;
    }

    /** The ids of the attachments that were asked for. */
    public List<String> downloads() {
        return downloads;
    }

    @Override
    public Account currentUser() {
        return new Account("me", "Me");
    }

    @Override
    public List<Space> spaces(Collection<String> keys) {
        return spaces.values().stream()
                .filter(space -> keys.stream()
                        .anyMatch(key ->
                                key.toLowerCase(Locale.ROOT).equals(space.key().toLowerCase(Locale.ROOT))))
                .toList();
    }

    @Override
    public Stream<Space> allSpaces(boolean personal, boolean archived) {
        return spaces.values().stream()
                .filter(space -> personal || !space.key().startsWith("~"))
                .filter(space -> archived || !archivedSpaces.contains(space.key()));
    }

    @Override
    public Stream<Page> pages(Space space) {
        return pages.values().stream()
                .filter(page -> !page.isBlogPost() && page.space().id().equals(space.id()));
    }

    @Override
    public Stream<Page> blogPosts(Collection<Space> spaces) {
        return pages.values().stream().filter(page -> page.isBlogPost() && spaces.contains(page.space()));
    }

    @Override
    public List<Page> pages(Collection<String> ids) {
        return content(ids).filter(page -> !page.isBlogPost()).toList();
    }

    @Override
    public Map<String, Whereabouts> whereabouts(Collection<String> ids) {
        refuseIfTold("whereabouts");
        Map<String, Whereabouts> found = new HashMap<>();
        ids.stream().filter(trash::contains).forEach(id -> found.put(id, Whereabouts.IN_TRASH));
        pages(ids).forEach(page -> found.put(page.id(), Whereabouts.IN_USE));
        return found;
    }

    @Override
    public Stream<Page> descendants(Page root, int depth) {
        List<Page> below = new ArrayList<>();
        pages.values().stream()
                .filter(page -> depth > 0 && root.id().equals(page.parentId()))
                .forEach(child -> {
                    below.add(child);
                    descendants(child, depth - 1).forEach(below::add);
                });
        return below.stream();
    }

    @Override
    public List<Container> containers(Collection<Container.Ref> wanted) {
        return wanted.stream()
                .flatMap(ref -> Stream.ofNullable(containers.get(ref.type() + ":" + ref.id())))
                .toList();
    }

    @Override
    public Stream<String> search(String cql, boolean archived) {
        List<String> found = searches.get(cql);
        if (found == null) {
            throw new ConfluenceException(ConfluenceException.Category.MALFORMED, "cannot be parsed: " + cql);
        }
        return found.stream();
    }

    private Stream<Page> content(Collection<String> ids) {
        return pages.values().stream().filter(page -> ids.contains(page.id()));
    }

    @Override
    public List<PageBody> bodies(Collection<String> ids) {
        return bodies(ids, content(ids).filter(page -> !page.isBlogPost()));
    }

    @Override
    public List<PageBody> blogPostBodies(Collection<String> ids) {
        return bodies(ids, content(ids).filter(Page::isBlogPost));
    }

    private List<PageBody> bodies(Collection<String> ids, Stream<Page> found) {
        askedBodies.add(List.copyOf(ids));
        refuseIfTold("bodies");
        return found.map(page -> new PageBody(page, bodies.getOrDefault(page.id(), "")))
                .toList();
    }

    @Override
    public Stream<Attachment> attachments(WantedPages of) {
        // a site-wide listing gives more than was asked for
        return attachments.values().stream();
    }

    @Override
    public Stream<Page> recent(Recent asked) {
        return pages.values().stream()
                .filter(page -> asked.elsewhere() || asked.spaces().contains(page.space()))
                .filter(page -> !page.version().createdAt().isBefore(asked.until()));
    }

    @Override
    public Stream<Attachment> recentAttachments(Recent asked) {
        return attachments.values().stream()
                .filter(file -> !file.version().createdAt().isBefore(asked.until()));
    }

    @Override
    public <T> Downloaded<T> download(AttachmentRef attachment, Stamp held, DownloadSink<T> sink) {
        awaitDownload();
        downloads.add(attachment.id());
        refuseIfTold(attachment.id());
        byte[] bytes = files.get(attachment.id());
        if (bytes == null) {
            throw new ConfluenceException(ConfluenceException.Category.NOT_FOUND, attachment.id() + " is not there.");
        }
        Stamp stamp = stamp(attachment.id());
        if (!stamp.equals(Stamp.NONE) && stamp.equals(held)) {
            return new Downloaded.NotModified<>();
        }
        try {
            return new Downloaded.Received<>(sink.take(new ByteArrayInputStream(bytes)), stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RequestCount requests() {
        return new RequestCount(askedBodies.size(), downloads.size(), 0);
    }

    @Override
    public Traffic traffic() {
        return Traffic.NONE;
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
