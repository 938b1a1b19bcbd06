package dev.sluice.planner.path;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the pages of spaces in folders: {@code SPACE/Ancestor/Title.md}, the children of a page in a folder of its
 * name beside it, its attachments in {@code _attachments} in that folder; a blog post in {@code _blog/2026/01/31}. The home page of a space is no path part. The
 * same site gives the same paths whatever the order of arrival: where names collide, the lowest id keeps the plain one.
 */
public final class PathPlan {

    /** S3 takes 1,024 bytes for a key; a prefix and Sluice's own folders need some. */
    static final int MAX_PATH_BYTES = 900;

    private static final String ATTACHMENTS = "/_attachments/";
    private static final String BLOG = "/_blog/";

    /** Folders that were worked out lately: most pages have neighbours. */
    private static final int MOST_FOLDERS = 4_096;

    private final Places places;
    private final Placement placement;
    private final PlaceNames names;
    /** By the number of the space. */
    private final Map<Integer, String> roots = new HashMap<>();

    private final RecentlyUsed<Integer, String> folders = new RecentlyUsed<>(MOST_FOLDERS);
    private String pageOfNames = "";
    private Names attachmentNames = new Names();
    private @Nullable TemplateLayout layout;

    private PathPlan(Places places, Map<Integer, SpaceRoot> spaces) {
        this.places = places;
        this.placement = new Placement(places, spaces);
        this.names = new PlaceNames(places, placement);
        Names top = new Names();
        spaces.entrySet().stream()
                .sorted(Comparator.comparing(space -> space.getValue().id(), IdOrder.NUMERIC))
                .forEach(space -> roots.put(
                        space.getKey(),
                        top.take(
                                SafeName.ofTitle(space.getValue().key()),
                                space.getValue().id())));
    }

    /** As the templates say; {@code spaces}: by the numbers that they have among the places. */
    public static PathPlan of(Places places, Map<Integer, SpaceRoot> spaces, PathTemplates templates) {
        PathPlan plan = new PathPlan(places, spaces);
        if (!templates.areDefault()) {
            List<SpaceTree> trees = spaces.entrySet().stream()
                    .map(space -> places.tree(space.getValue(), space.getKey()))
                    .toList();
            plan.layout = new TemplateLayout(templates, trees, plan);
        }
        return plan;
    }

    /** As the templates say. */
    public static PathPlan of(Collection<SpaceTree> spaces, PathTemplates templates) {
        Map<Integer, SpaceRoot> roots = new LinkedHashMap<>();
        spaces.forEach(space ->
                roots.put(roots.size(), new SpaceRoot(space.id(), space.key(), space.name(), space.homepageId())));
        return of(Places.of(spaces), roots, templates);
    }

    /** As by default. */
    public static PathPlan of(Collection<SpaceTree> spaces) {
        return of(spaces, PathTemplates.DEFAULTS);
    }

    /** Path of the Markdown of a page or blog post, which must be in one of the trees. */
    public String page(String pageId) {
        return layout == null ? folder(pageId) + ".md" : layout.page(pageId);
    }

    /** Path of an attachment. Those of a page must be asked for one after another, in the order of their ids, each once. */
    public String attachment(String pageId, AttachmentName file) {
        return layout == null ? attachment(pageId, file.id(), file.fileName()) : layout.attachment(pageId, file);
    }

    /** As by default. */
    String attachment(String pageId, String attachmentId, String fileName) {
        String safe = SafeName.ofFile(fileName);
        int dot = safe.lastIndexOf('.');
        int end = dot > 0 ? dot : safe.length();
        String name = namesOf(pageId).take(safe.substring(0, end), safe.substring(end), attachmentId);
        String path = folder(pageId) + ATTACHMENTS + name;
        return SafeName.utf8Length(path) <= MAX_PATH_BYTES
                ? path
                : longFolder(root(pageId), pageId) + ATTACHMENTS + name;
    }

    private Names namesOf(String pageId) {
        if (!pageId.equals(pageOfNames)) {
            pageOfNames = pageId;
            attachmentNames = new Names();
        }
        return attachmentNames;
    }

    private String root(String pageId) {
        String folder = folder(pageId);
        return folder.substring(0, folder.indexOf('/'));
    }

    /** Where a page or its attachments lie when the names of its ancestors leave no room. */
    private static String longFolder(String root, String pageId) {
        return root + "/_long/" + pageId;
    }

    private String folder(String pageId) {
        int number = places.find(pageId);
        if (!placement.isPlaced(number)) {
            throw new IllegalArgumentException("not in the tree: page " + pageId);
        }
        return folder(number);
    }

    private String folder(int number) {
        Deque<Integer> below = new ArrayDeque<>();
        int above = number;
        String known = folders.find(above);
        while (known == null) {
            below.push(above);
            if (places.isPost(above) || placement.hasNoParent(above)) {
                break;
            }
            above = places.parent(above);
            known = folders.find(above);
        }
        String path = known == null ? topOf(below.getFirst()) : known;
        for (int node : below) {
            path = folder(path, node);
            folders.keep(node, path);
        }
        return path;
    }

    private String folder(String parent, int number) {
        String path = parent + "/" + names.name(number);
        return SafeName.utf8Length(path) <= MAX_PATH_BYTES ? path : longFolder(rootOf(number), places.id(number));
    }

    private String topOf(int number) {
        String root = rootOf(number);
        return places.isPost(number)
                ? root
                        + BLOG
                        + LocalDate.ofEpochDay(places.day(number)).toString().replace('-', '/')
                : root;
    }

    private String rootOf(int number) {
        return Objects.requireNonNull(roots.get(places.space(number)), "root of a space");
    }
}
