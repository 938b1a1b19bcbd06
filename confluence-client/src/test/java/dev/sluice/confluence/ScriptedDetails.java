package dev.sluice.confluence;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Labels, comments and people as a test says, and what is refused. */
public abstract class ScriptedDetails implements Confluence {

    private final Map<String, Stamp> stamps = new ConcurrentHashMap<>();
    private volatile Runnable beforeDownload = () -> {};
    private final Map<String, List<String>> labels = new HashMap<>();
    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private final AtomicInteger commentListings = new AtomicInteger();
    private final Map<String, String> people = new HashMap<>();
    private final List<List<String>> askedLabels = new CopyOnWriteArrayList<>();
    private final List<List<String>> askedPeople = new CopyOnWriteArrayList<>();
    private final Map<String, ConfluenceException.Category> refusals = new LinkedHashMap<>();

    /** From now on {@code what} is refused: an attachment by its id, or {@code bodies}. */
    public void refuse(String what, ConfluenceException.Category why) {
        refusals.put(what, why);
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
    public Stream<Comment> comments(WantedPages of) {
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

    final void refuseIfTold(String what) {
        ConfluenceException.Category why = refusals.get(what);
        if (why != null) {
            throw new ConfluenceException(why, what + " is refused.");
        }
    }

    /** What the site says of the bytes of a file. */
    public void stamp(String attachmentId, Stamp stamp) {
        stamps.put(attachmentId, stamp);
    }

    Stamp stamp(String attachmentId) {
        return stamps.getOrDefault(attachmentId, Stamp.NONE);
    }

    /** What each download waits for. */
    public void beforeDownload(Runnable wait) {
        beforeDownload = wait;
    }

    void awaitDownload() {
        beforeDownload.run();
    }
}
