package dev.sluice.planner.path;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, Names> attachmentNames = new HashMap<>();

    private @Nullable TemplateLayout layout;

    private PathPlan() {}

    /** As the templates say. */
    public static PathPlan of(Collection<SpaceTree> spaces, PathTemplates templates) {
        PathPlan plan = of(spaces);
        if (!templates.areDefault()) {
            plan.layout = new TemplateLayout(templates, spaces, plan);
        }
        return plan;
    }

    /** As by default. */
    public static PathPlan of(Collection<SpaceTree> spaces) {
        PathPlan plan = new PathPlan();
        Names top = new Names();
        spaces.stream()
                .sorted(Comparator.comparing(SpaceTree::id, IdOrder.NUMERIC))
                .forEach(space -> plan.layOut(space, top.take(SafeName.ofTitle(space.key()), space.id())));
        return plan;
    }

    /** Path of the Markdown of a page or blog post, which must be in one of the trees. */
    public String page(String pageId) {
        return layout == null ? folder(pageId) + ".md" : layout.page(pageId);
    }

    /** Path of an attachment. Attachments of a page must be asked for in the order of their ids, each once. */
    public String attachment(String pageId, AttachmentName file) {
        return layout == null ? attachment(pageId, file.id(), file.fileName()) : layout.attachment(pageId, file);
    }

    /** As by default. */
    String attachment(String pageId, String attachmentId, String fileName) {
        String safe = SafeName.ofFile(fileName);
        int dot = safe.lastIndexOf('.');
        int end = dot > 0 ? dot : safe.length();
        String name = attachmentNames
                .computeIfAbsent(pageId, ignored -> new Names())
                .take(safe.substring(0, end), safe.substring(end), attachmentId);
        String path = folder(pageId) + ATTACHMENTS + name;
        return SafeName.utf8Length(path) <= MAX_PATH_BYTES
                ? path
                : longFolder(root(pageId), pageId) + ATTACHMENTS + name;
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
        String folder = folders.get(pageId);
        if (folder == null) {
            throw new IllegalArgumentException("not in the tree: page " + pageId);
        }
        return folder;
    }

    private record Folder(@Nullable String pageId, String path, Names names) {}

    private void layOut(SpaceTree space, String root) {
        Map<@Nullable String, List<TreeNode>> children = childrenOf(space);
        Folder top = new Folder(null, root, new Names());
        Deque<Folder> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Folder folder = open.remove();
            for (TreeNode node : children.getOrDefault(folder.pageId(), List.of())) {
                open.add(place(node, folder, root));
            }
        }
        space.nodes().stream()
                .filter(node -> !folders.containsKey(node.id()))
                .sorted(Comparator.comparing(TreeNode::id, IdOrder.NUMERIC))
                .forEach(node -> place(node, top, root));
        layOutPosts(space, root);
    }

    private void layOutPosts(SpaceTree space, String root) {
        Map<LocalDate, Names> days = new HashMap<>();
        space.posts().stream()
                .sorted(Comparator.comparing(BlogPostNode::id, IdOrder.NUMERIC))
                .forEach(post -> {
                    Names names = days.computeIfAbsent(post.day(), _ -> new Names());
                    String day = root + BLOG + post.day().toString().replace('-', '/');
                    place(new TreeNode(post.id(), null, post.title()), new Folder(null, day, names), root);
                });
    }

    private Folder place(TreeNode node, Folder folder, String root) {
        String path = folder.path() + "/" + folder.names().take(SafeName.ofTitle(node.title()), node.id());
        if (SafeName.utf8Length(path) > MAX_PATH_BYTES) {
            path = longFolder(root, node.id());
        }
        folders.put(node.id(), path);
        return new Folder(node.id(), path, new Names());
    }

    /** Children by parent, in the order of their ids; under null those at the top, the home page's children among them. */
    private static Map<@Nullable String, List<TreeNode>> childrenOf(SpaceTree space) {
        Map<String, TreeNode> byId = new HashMap<>();
        space.nodes().forEach(node -> byId.put(node.id(), node));
        Map<@Nullable String, List<TreeNode>> children = new HashMap<>();
        for (TreeNode node : byId.values()) {
            String parent = node.parentId();
            boolean atTop = parent == null || parent.equals(space.homepageId()) || !byId.containsKey(parent);
            children.computeIfAbsent(atTop ? null : parent, ignored -> new ArrayList<>())
                    .add(node);
        }
        children.values().forEach(siblings -> siblings.sort(Comparator.comparing(TreeNode::id, IdOrder.NUMERIC)));
        return children;
    }
}
