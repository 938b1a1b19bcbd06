package dev.sluice.simulator.site;

/** What a piece of content is: a page has a place in the tree of its space, a blog post has a day. */
public enum ContentKind {
    PAGE("page"),
    BLOG_POST("blogpost");

    private final String word;

    ContentKind(String word) {
        this.word = word;
    }

    /** The word the REST APIs use. */
    public String word() {
        return word;
    }
}
