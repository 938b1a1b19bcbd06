package dev.sluice.confluence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Confluence that holds what a test puts into it, refuses what the test tells it to, and remembers what was asked. */
public final class ScriptedConfluence implements Confluence {

    /** When everything here was made. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<String, Space> spaces = new LinkedHashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Set<String> trash = new HashSet<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, ConfluenceException.Category> refusals = new LinkedHashMap<>();
    private final Map<String, List<String>> labels = new HashMap<>();
    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private final AtomicInteger commentListings = new AtomicInteger();
    private final Map<String, String> people = new HashMap<>();
    private final List<List<String>> askedLabels = new CopyOnWriteArrayList<>();
    private final List<List<String>> askedPeople = new CopyOnWriteArrayList<>();
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

    /** Gives the page another body and with it another version. */
    public void edit(String id, int version, String body) {
        Page page = pages.get(id);
        pages.put(
                id,
                new Page(
                        id,
                        page.space(),
                        page.title(),
                        page.parentId(),
                        page.status(),
                        new PageVersion(version, NOON.plusSeconds(version)),
                        page.webUrl(),
                        page.createdAt()));
        bodies.put(id, body);
    }

    /** Who wrote a page, and its labels as its listing brings them along: null when it does not. */
    public void describe(String id, List<Person> authors, @Nullable List<String> listed) {
        pages.computeIfPresent(id, (_, page) -> page.described(authors, listed));
    }

    /** The labels of a page, for those who ask for them. */
    public void label(String id, String... all) {
        labels.put(id, List.of(all));
    }

    /** A comment; one that has the id already is replaced. */
    public void comment(Comment comment) {
        comments.put(comment.id(), comment);
    }

    /** How often comments were listed. */
    public int commentListings() {
        return commentListings.get();
    }

    public void name(String id, String name) {
        people.put(id, name);
    }

    /** The ids of each request for labels. */
    public List<List<String>> askedLabels() {
        return askedLabels;
    }

    /** The ids of each request for people. */
    public List<List<String>> askedPeople() {
        return askedPeople;
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

    /** From now on {@code what} is refused: an attachment by its id, or {@code bodies}. */
    public void refuse(String what, ConfluenceException.Category why) {
        refusals.put(what, why);
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
    public Stream<Space> allSpaces(boolean personal) {
        return spaces.values().stream().filter(space -> personal || !space.key().startsWith("~"));
    }

    @Override
    public Stream<Page> pages(Space space) {
        return pages.values().stream().filter(page -> page.space().id().equals(space.id()));
    }

    @Override
    public List<Page> pages(Collection<String> ids) {
        return pages.values().stream().filter(page -> ids.contains(page.id())).toList();
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
    public Stream<Page> descendants(Page root) {
        List<Page> below = new ArrayList<>();
        pages.values().stream()
                .filter(page -> root.id().equals(page.parentId()))
                .forEach(child -> {
                    below.add(child);
                    descendants(child).forEach(below::add);
                });
        return below.stream();
    }

    @Override
    public List<PageBody> bodies(Collection<String> ids) {
        askedBodies.add(List.copyOf(ids));
        refuseIfTold("bodies");
        return pages(ids).stream()
                .map(page -> new PageBody(page, bodies.getOrDefault(page.id(), "")))
                .toList();
    }

    @Override
    public Stream<Attachment> attachments(Collection<Page> of) {
        // a site-wide listing gives more than was asked for
        return attachments.values().stream();
    }

    @Override
    public Map<String, List<String>> labels(Collection<String> pageIds) {
        askedLabels.add(List.copyOf(pageIds));
        refuseIfTold("labels");
        Map<String, List<String>> found = new HashMap<>(labels);
        found.keySet().retainAll(pageIds);
        return found;
    }

    @Override
    public Stream<Comment> comments(Collection<Page> of) {
        refuseIfTold("comments");
        commentListings.incrementAndGet();
        Set<String> ids = of.stream().map(Page::id).collect(Collectors.toSet());
        return List.copyOf(comments.values()).stream().filter(comment -> ids.contains(comment.pageId()));
    }

    @Override
    public List<Person> people(Collection<String> ids) {
        askedPeople.add(List.copyOf(ids));
        refuseIfTold("people");
        return ids.stream()
                .filter(people::containsKey)
                .map(id -> new Person(id, people.get(id)))
                .toList();
    }

    @Override
    public <T> T download(AttachmentRef attachment, DownloadSink<T> sink) {
        downloads.add(attachment.id());
        refuseIfTold(attachment.id());
        byte[] bytes = files.get(attachment.id());
        if (bytes == null) {
            throw new ConfluenceException(ConfluenceException.Category.NOT_FOUND, attachment.id() + " is not there.");
        }
        try {
            return sink.take(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseIfTold(String what) {
        ConfluenceException.Category why = refusals.get(what);
        if (why != null) {
            throw new ConfluenceException(why, what + " is refused.");
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
