package dev.sluice.simulator.site;

/**
 * What a piece of content is: a blog post has a day, everything else a place in the tree of its space. Only pages and
 * blog posts have a body.
 */
public enum ContentKind {
    PAGE("page"),
    BLOG_POST("blogpost"),
    FOLDER("folder"),
    WHITEBOARD("whiteboard"),
    DATABASE("database"),
    EMBED("embed");

    private final String word;

    ContentKind(String word) {
        this.word = word;
    }

    /** The word the REST APIs use. */
    public String word() {
        return word;
    }

    /** Whether it only holds pages, as far as an export is concerned. */
    public boolean isContainer() {
        return this != PAGE && this != BLOG_POST;
    }
}
