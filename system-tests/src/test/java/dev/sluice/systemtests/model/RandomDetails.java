package dev.sluice.systemtests.model;

import dev.sluice.simulator.SimulatedPage;
import dev.sluice.simulator.SimulatedSite;
import java.util.List;
import java.util.Random;

/** What people do beside pages and their files, at random: labels, comments, blog posts, folders and pictures. */
final class RandomDetails {

    private final SimulatedSite site;
    private final Random random;
    private final Bodies bodies;
    private final Titles titles;

    RandomDetails(SimulatedSite site, Random random, Bodies bodies, Titles titles) {
        this.site = site;
        this.random = random;
        this.bodies = bodies;
        this.titles = titles;
    }

    /** Makes one change about this page, and names it. What the site refuses is thrown. */
    String change(SimulatedPage page) {
        return switch (random.nextInt(10)) {
            case 0 -> {
                site.addLabel(page.id(), label());
                yield "label " + page.id();
            }
            case 1 -> {
                site.removeLabel(page.id(), label());
                yield "take a label from " + page.id();
            }
            case 2, 3, 4 -> discuss(page);
            case 5, 6 -> blog(page.spaceKey());
            case 7, 8 -> {
                site.editPage(page.id(), bodies.pictured());
                yield "edit, with a picture, " + page.id();
            }
            default -> {
                String folder = site.createContainer("folder", page.spaceKey(), page.parentId(), titles.title());
                site.movePage(page.id(), folder);
                yield "move into the new folder %s: %s".formatted(folder, page.id());
            }
        };
    }

    private String label() {
        return "l" + random.nextInt(3);
    }

    private String discuss(SimulatedPage page) {
        List<String> comments = site.commentIds(page.id());
        if (comments.isEmpty() || random.nextInt(3) == 0) {
            return random.nextBoolean()
                    ? "comment " + site.addComment(page.id(), null, bodies.body())
                    : "inline comment " + site.addInlineComment(page.id(), bodies.body());
        }
        String comment = comments.get(random.nextInt(comments.size()));
        switch (random.nextInt(5)) {
            case 0 -> site.addComment(page.id(), comment, bodies.body());
            case 1 -> site.editComment(comment, bodies.body());
            case 2 -> site.resolveComment(comment);
            case 3 -> site.reopenComment(comment);
            default -> site.deleteComment(comment);
        }
        return "answer, edit, resolve, reopen or delete comment " + comment;
    }

    private String blog(String space) {
        List<String> posts = site.blogPostIds(space);
        if (posts.isEmpty() || random.nextInt(3) == 0) {
            return "publish " + site.createBlogPost(space, titles.title(), bodies.body());
        }
        String post = posts.get(random.nextInt(posts.size()));
        switch (random.nextInt(6)) {
            case 0 -> site.editPage(post, bodies.body());
            case 1 -> site.renamePage(post, titles.title());
            case 2 -> site.trashPage(post);
            case 3 -> site.restrictPage(post);
            case 4 -> site.addAttachment(post, titles.fileName(), new byte[] {(byte) random.nextInt(9)});
            default -> site.addComment(post, null, bodies.body());
        }
        return "edit, rename, trash, restrict, attach to or discuss post " + post;
    }
}
