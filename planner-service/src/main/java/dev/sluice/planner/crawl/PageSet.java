package dev.sluice.planner.crawl;

import dev.sluice.confluence.Attachment;
import dev.sluice.confluence.Container;
import dev.sluice.confluence.Page;
import dev.sluice.confluence.Space;
import dev.sluice.confluence.WantedPages;
import dev.sluice.planner.path.IntList;
import dev.sluice.planner.path.Places;
import dev.sluice.planner.path.SpaceRoot;
import dev.sluice.planner.path.TreeNode;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages and blog posts of a run, each once, with their attachments, and the ancestors that only give their names to
 * folders. In memory are their places alone; what else is said of them waits on disk.
 */
final class PageSet implements AutoCloseable {

    /** The kind of a parent that is a page. */
    static final String PAGE = "page";

    private static final int NONE = IntList.NONE;

    private final Places places = new Places();
    private final SortedSpool<ListedPage> listed = new SortedSpool<>(ListedPage.class, ListedPage.BY_SPACE);
    private final FileSet files = new FileSet();
    private int listings;
    /** Of each page the last listing that counts. */
    private final IntList listing = new IntList();

    private final SpaceNumbers spaceNumbers = new SpaceNumbers();
    private final BitSet exported = new BitSet();
    private final BitSet ancestors = new BitSet();
    /** Listed, but not exported: those that turn out to be ancestors need not be asked for. */
    private final BitSet unselected = new BitSet();
    /** Left out because they are archived. */
    private final BitSet hidden = new BitSet();

    private final BitSet inArchive = new BitSet();
    private final BitSet withFiles = new BitSet();
    private final Map<Integer, Container> containers = new LinkedHashMap<>();
    /** Of parents that are no pages. */
    private final Map<Integer, String> kinds = new HashMap<>();

    private @Nullable Instant newestPage;

    /** Takes what the filter selects, and remembers what of the rest is archived. */
    void export(Stream<Page> pages, PageFilter filter) {
        try (pages) {
            pages.forEach(page -> {
                if (filter.selects(page)) {
                    take(page);
                } else {
                    leaveOut(page, filter.isHidden(page));
                }
            });
        }
    }

    /** Takes one page that is selected, in place of what was known of it. */
    void export(Page page) {
        int number = take(page);
        ancestors.clear(number);
        hidden.clear(number);
    }

    private int take(Page page) {
        int number = list(page);
        exported.set(number);
        places.layOut(number, true);
        spaceNumbers.export(page.space());
        newestPage = FileSet.later(newestPage, page.version().createdAt());
        List<Attachment> broughtAlong = page.files();
        withFiles.set(number, broughtAlong != null);
        if (broughtAlong != null) {
            broughtAlong.forEach(file -> files.add(new ListedFile(page.space().key(), listing.get(number), file)));
        }
        return number;
    }

    private void leaveOut(Page page, boolean archived) {
        int number = places.number(page.id());
        if (!exported.get(number)) {
            list(page);
            unselected.set(number);
        }
        if (archived) {
            hidden.set(number);
        }
    }

    private int list(Page page) {
        TreeNode node = new TreeNode(page.id(), page.parentId(), page.title());
        places.put(node, spaceNumbers.number(page));
        int number = places.number(page.id());
        if (page.postedOn() != null) {
            places.file(number, page.postedOn());
        }
        inArchive.set(number, page.isArchived());
        rememberKind(page.parentId(), page.parentType());
        listing.set(number, listings);
        listed.add(new ListedPage(listings, page.with(null)));
        listings++;
        return number;
    }

    private void rememberKind(@Nullable String parentId, @Nullable String kind) {
        if (parentId != null && kind != null && !kind.equals(PAGE)) {
            kinds.put(places.number(parentId), kind);
        }
    }

    /** Takes an attachment of a page that is exported. */
    void add(Attachment file) {
        int page = places.find(file.ref().pageId());
        files.add(new ListedFile(spaceNumbers.root(places.space(page)).key(), NONE, file));
    }

    void addHidden(Collection<String> ids) {
        ids.forEach(id -> hidden.set(places.number(id)));
    }

    /** Spaces that are listed, whether or not they hold anything. */
    void addSpaces(Collection<Space> more) {
        spaceNumbers.list(more);
    }

    void addContainers(Collection<Container> more) {
        for (Container container : more) {
            int number = places.number(container.id());
            if (!exported.get(number) && !ancestors.get(number)) {
                places.put(new TreeNode(container.id(), container.parentId(), container.title()), NONE);
                places.layOut(number, true);
            }
            rememberKind(container.parentId(), container.parentType());
            containers.put(number, container);
        }
    }

    void addAncestors(Collection<Page> pages) {
        for (Page page : pages) {
            int number = places.number(page.id());
            if (!exported.get(number)) {
                list(page);
                becomeAncestor(number);
            }
        }
    }

    private void becomeAncestor(int number) {
        ancestors.set(number);
        places.layOut(number, true);
    }

    /** The spaces that are listed, and those of the pages that are exported. */
    Collection<Space> spaces() {
        return spaceNumbers.exported();
    }

    /** Ids of the pages that are left out because they are archived. */
    Set<String> archived() {
        Set<String> left = new TreeSet<>();
        hidden.stream().filter(number -> !exported.get(number)).forEach(number -> left.add(places.id(number)));
        return left;
    }

    /** The version of a page or blog post that was made last; null when there is none. */
    @Nullable
    Instant newestPage() {
        return newestPage;
    }

    /** The version of an attachment that was made last; null when there is none. */
    @Nullable
    Instant newestFile() {
        return files.newest();
    }

    /** How many pages and blog posts are exported. */
    int size() {
        return exported.cardinality();
    }

    /** In the order of the keys of their spaces, then of their ids. Can be asked for again. */
    Stream<Page> exported() {
        return pages(exported);
    }

    /** Those that only give their names to folders. */
    List<Page> ancestors() {
        return ancestors.isEmpty() ? List.of() : pages(ancestors).toList();
    }

    Collection<Container> containers() {
        return containers.values();
    }

    private Stream<Page> pages(BitSet which) {
        return listed.sorted()
                .filter(each -> {
                    int number = places.find(each.page().id());
                    return which.get(number) && listing.get(number) == each.listing();
                })
                .map(ListedPage::page);
    }

    /** The attachments of the pages, those of a page one after another, in the order of their ids. */
    Stream<ListedFile> files() {
        return files.stream(
                file -> file.listing() == NONE || file.listing() == listing.get(places.find(file.pageId())));
    }

    /** A page, exported or only an ancestor, or what pages are in; null when no listing had it. */
    @Nullable
    TreeNode place(String id) {
        int number = places.find(id);
        return number != NONE && places.isLaidOut(number) ? places.node(number) : null;
    }

    boolean isExported(String pageId) {
        int number = places.find(pageId);
        return number != NONE && exported.get(number);
    }

    /** Which of the two something listed is. */
    boolean isBlogPost(String id) {
        return places.isPost(places.find(id));
    }

    /** All that are exported. */
    WantedPages all() {
        return new ListedSubset(places, exported, inArchive, this::exported);
    }

    /** Those whose listing has not brought their attachments along. */
    WantedPages withoutFiles() {
        BitSet wanted = (BitSet) exported.clone();
        wanted.andNot(withFiles);
        return new ListedSubset(places, wanted, inArchive, () -> pages(wanted));
    }

    /** Parents that are named but not known yet, and of what kind they are. */
    SortedMap<String, String> missingParents() {
        SortedMap<String, String> missing = new TreeMap<>();
        for (int known = places.nextLaidOut(0); known != NONE; known = places.nextLaidOut(known + 1)) {
            int parent = places.parent(known);
            while (parent != NONE && !places.isLaidOut(parent) && unselected.get(parent)) {
                becomeAncestor(parent);
                parent = places.parent(parent);
            }
            if (parent != NONE && !places.isLaidOut(parent)) {
                missing.put(places.id(parent), kinds.getOrDefault(parent, PAGE));
            }
        }
        return missing;
    }

    Places places() {
        return places;
    }

    /** The spaces that hold pages, by their numbers among the places. */
    Map<Integer, SpaceRoot> roots() {
        Map<Integer, SpaceRoot> roots = new TreeMap<>();
        for (int known = places.nextLaidOut(0); known != NONE; known = places.nextLaidOut(known + 1)) {
            if (exported.get(known) || ancestors.get(known)) {
                roots.computeIfAbsent(places.space(known), spaceNumbers::root);
            }
        }
        containers.forEach((number, container) -> {
            if (!exported.get(number) && !ancestors.get(number)) {
                int space = spaceNumbers.find(container.spaceId());
                places.move(number, roots.containsKey(space) ? space : NONE);
            }
        });
        return roots;
    }

    @Override
    public void close() {
        listed.close();
        files.close();
    }
}
