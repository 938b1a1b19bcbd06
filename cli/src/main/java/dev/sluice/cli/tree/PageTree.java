package dev.sluice.cli.tree;

import dev.sluice.cli.report.Figures;
import dev.sluice.pipeline.AttachmentResource;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Resource;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pages by space and place, as people see them: below the titles of what they hang under. */
final class PageTree {

    private final Map<String, SpaceContents> spaces = new TreeMap<>();

    private static final class SpaceContents {
        private final Branch top = new Branch();
        private final List<String> posts = new ArrayList<>();
        private int pages;
        private int files;
        private long bytes;
    }

    /** Something with a title; not exported itself when it only holds pages. */
    private static final class Branch {
        private final Map<String, Branch> below =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        private @Nullable String note = "(not exported)";

        Branch at(String title) {
            return below.computeIfAbsent(title, _ -> new Branch());
        }
    }

    void add(Resource resource) {
        SpaceContents space = spaces.computeIfAbsent(resource.spaceKey(), _ -> new SpaceContents());
        switch (resource) {
            case PageResource page -> add(page, space);
            case AttachmentResource file -> {
                space.files++;
                space.bytes += Math.max(0, file.size());
            }
        }
    }

    private static void add(PageResource page, SpaceContents space) {
        if (page.posted() != null) {
            space.posts.add(page.posted() + "  " + page.title());
            return;
        }
        space.pages++;
        Branch branch = space.top;
        for (String title : page.ancestors() == null ? List.<String>of() : page.ancestors()) {
            branch = branch.at(title);
        }
        branch.at(page.title()).note = page.status().equals("current") ? null : "(" + page.status() + ")";
    }

    void print(PrintStream out) {
        spaces.forEach((key, space) -> {
            out.printf(
                    "%s: %s pages, %s blog posts, %s attachments, %s%n",
                    key,
                    Figures.number(space.pages),
                    Figures.number(space.posts.size()),
                    Figures.number(space.files),
                    Figures.bytes(space.bytes));
            print(space.top, "  ", out);
            space.posts.stream().sorted().forEach(post -> out.println("  blog " + post));
        });
    }

    private static void print(Branch branch, String indent, PrintStream out) {
        branch.below.forEach((title, child) -> {
            out.println(indent + title + (child.note == null ? "" : "  " + child.note));
            print(child, indent + "  ", out);
        });
    }
}
