package dev.sluice.planner.path;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out files by templates. In the order of ids, whoever comes first keeps the plain path. */
final class TemplateLayout {

    private static final String EXTENSION = ".md";

    private final PathTemplates templates;
    private final PathPlan plain;
    private final TakenPaths taken = new TakenPaths();
    private final Map<String, Placed> pages = new HashMap<>();

    /** Where a page lies, and what its attachments' paths can be made of. */
    private record Placed(String path, Map<String, String> values, Map<String, List<String>> lists) {}

    /** {@code plain}: where pages lie unless a template says otherwise. */
    TemplateLayout(PathTemplates templates, Collection<SpaceTree> spaces, PathPlan plain) {
        this.templates = templates;
        this.plain = plain;
        spaces.stream()
                .sorted(Comparator.comparing(SpaceTree::id, IdOrder.NUMERIC))
                .forEach(this::layOut);
    }

    private void layOut(SpaceTree space) {
        Map<String, TreeNode> byId = new HashMap<>();
        space.nodes().forEach(node -> byId.put(node.id(), node));
        PathTemplate template = templates.pageTemplate();
        byId.values().stream()
                .sorted(Comparator.comparing(TreeNode::id, IdOrder.NUMERIC))
                .forEach(node -> place(node, space, byId, template));
        space.posts().stream()
                .sorted(Comparator.comparing(BlogPostNode::id, IdOrder.NUMERIC))
                .forEach(post -> place(post, values(space, byId)));
    }

    /** Templates are for pages: a blog post stays in the folder of its day. */
    private void place(BlogPostNode post, Map<String, String> ofSpace) {
        Map<String, String> values = new HashMap<>(ofSpace);
        values.put("page_id", post.id());
        values.put("page_title", post.title());
        Map<String, List<String>> lists = Map.of("ancestor_ids", List.of(), "ancestor_titles", List.of());
        pages.put(post.id(), new Placed(taken.claim(plain.page(post.id())), values, lists));
    }

    private void place(TreeNode node, SpaceTree space, Map<String, TreeNode> byId, PathTemplate template) {
        Map<String, String> values = new HashMap<>(values(space, byId));
        values.put("page_id", node.id());
        values.put("page_title", node.title());
        Deque<TreeNode> above = above(node, space.homepageId(), byId);
        Map<String, List<String>> lists = Map.of(
                "ancestor_ids",
                above.stream().map(TreeNode::id).toList(),
                "ancestor_titles",
                above.stream().map(one -> SafeName.ofTitle(one.title())).toList());
        if (templates.page() == null) {
            pages.put(node.id(), new Placed(taken.claim(plain.page(node.id())), values, lists));
            return;
        }
        List<String> names = template.expand(values, lists);
        String last = names.getLast();
        String base = SafeName.ofTitle(last.substring(0, last.length() - EXTENSION.length()));
        String path = taken.take(names.subList(0, names.size() - 1), base, EXTENSION, node.id());
        pages.put(node.id(), new Placed(path, values, lists));
    }

    private static Map<String, String> values(SpaceTree space, Map<String, TreeNode> byId) {
        String homepageId = space.homepageId();
        TreeNode homepage = homepageId == null ? null : byId.get(homepageId);
        return Map.of(
                "space_key",
                space.key(),
                "space_name",
                space.name(),
                "homepage_id",
                homepage == null ? "" : homepage.id(),
                "homepage_title",
                homepage == null ? "" : homepage.title());
    }

    /** From the top down; the home page is none, and of pages that are each other's ancestors none is. */
    private static Deque<TreeNode> above(TreeNode node, @Nullable String homepage, Map<String, TreeNode> byId) {
        Deque<TreeNode> above = new ArrayDeque<>();
        Set<String> seen = new HashSet<>(Set.of(node.id()));
        TreeNode parent = parent(node, byId);
        while (parent != null && !parent.id().equals(homepage)) {
            if (!seen.add(parent.id())) {
                return new ArrayDeque<>();
            }
            above.addFirst(parent);
            parent = parent(parent, byId);
        }
        return above;
    }

    private static @Nullable TreeNode parent(TreeNode node, Map<String, TreeNode> byId) {
        return node.parentId() == null ? null : byId.get(node.parentId());
    }

    String page(String pageId) {
        return require(pageId).path();
    }

    /** In the order of the attachments' ids, each once. */
    String attachment(String pageId, AttachmentName file) {
        Placed page = require(pageId);
        String safe = SafeName.ofFile(file.fileName());
        int dot = safe.lastIndexOf('.');
        Map<String, String> values = new HashMap<>(page.values());
        values.put("attachment_id", file.id());
        values.put("attachment_title", file.fileName());
        values.put("attachment_file_id", file.fileId());
        values.put("attachment_extension", dot > 0 ? safe.substring(dot) : "");
        Map<String, List<String>> lists = new HashMap<>(page.lists());
        String folder = page.path().substring(0, page.path().length() - EXTENSION.length());
        lists.put("page_path", List.of(folder.split("/")));
        List<String> names = templates.attachmentTemplate().expand(values, lists);
        String last = SafeName.ofFile(names.getLast());
        int end = last.lastIndexOf('.') > 0 ? last.lastIndexOf('.') : last.length();
        return taken.take(names.subList(0, names.size() - 1), last.substring(0, end), last.substring(end), file.id());
    }

    private Placed require(String pageId) {
        Placed page = pages.get(pageId);
        if (page == null) {
            throw new IllegalArgumentException("not in the tree: page " + pageId);
        }
        return page;
    }
}
