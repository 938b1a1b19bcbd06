package dev.sluice.simulator;

/**
 * What a generated site looks like; equal shapes give equal sites, byte for byte.
 *
 * @param spaces number of generated spaces; 0 for none
 * @param pagesPerSpace including the home page of the space
 * @param attachmentsPerPage number of attachments of every page
 * @param attachmentBytes median size of an attachment in bytes; sizes vary from a tenth to ten times of it
 * @param maxDepth greatest number of ancestors a page has
 * @param nastyTitles whether some titles and file names are hard to turn into paths
 * @param blogPostsPerSpace each with as many attachments as a page
 */
public record SiteShape(
        long seed,
        int spaces,
        int pagesPerSpace,
        int attachmentsPerPage,
        int attachmentBytes,
        int maxDepth,
        boolean nastyTitles,
        int blogPostsPerSpace) {

    public SiteShape {
        if (spaces < 0 || attachmentsPerPage < 0 || attachmentBytes < 0 || maxDepth < 0 || blogPostsPerSpace < 0) {
            throw new IllegalArgumentException("a site shape has no negative numbers");
        }
        if (pagesPerSpace < 1) {
            throw new IllegalArgumentException("a space has at least its home page: " + pagesPerSpace);
        }
    }

    /** One space of 50 pages with an attachment of about 20 kB each. */
    public static SiteShape small() {
        return new SiteShape(1, 1, 50, 1, 20_000, 6, true, 0);
    }

    /** Nothing generated: for sites that are loaded or built by change operations. */
    public static SiteShape empty() {
        return small().withSpaces(0);
    }

    public SiteShape withSeed(long value) {
        return new SiteShape(
                value,
                spaces,
                pagesPerSpace,
                attachmentsPerPage,
                attachmentBytes,
                maxDepth,
                nastyTitles,
                blogPostsPerSpace);
    }

    public SiteShape withSpaces(int value) {
        return new SiteShape(
                seed,
                value,
                pagesPerSpace,
                attachmentsPerPage,
                attachmentBytes,
                maxDepth,
                nastyTitles,
                blogPostsPerSpace);
    }

    public SiteShape withPagesPerSpace(int value) {
        return new SiteShape(
                seed, spaces, value, attachmentsPerPage, attachmentBytes, maxDepth, nastyTitles, blogPostsPerSpace);
    }

    public SiteShape withAttachmentsPerPage(int value) {
        return new SiteShape(
                seed, spaces, pagesPerSpace, value, attachmentBytes, maxDepth, nastyTitles, blogPostsPerSpace);
    }

    public SiteShape withAttachmentBytes(int value) {
        return new SiteShape(
                seed, spaces, pagesPerSpace, attachmentsPerPage, value, maxDepth, nastyTitles, blogPostsPerSpace);
    }

    public SiteShape withMaxDepth(int value) {
        return new SiteShape(
                seed,
                spaces,
                pagesPerSpace,
                attachmentsPerPage,
                attachmentBytes,
                value,
                nastyTitles,
                blogPostsPerSpace);
    }

    public SiteShape withNastyTitles(boolean value) {
        return new SiteShape(
                seed, spaces, pagesPerSpace, attachmentsPerPage, attachmentBytes, maxDepth, value, blogPostsPerSpace);
    }

    public SiteShape withBlogPostsPerSpace(int value) {
        return new SiteShape(
                seed, spaces, pagesPerSpace, attachmentsPerPage, attachmentBytes, maxDepth, nastyTitles, value);
    }
}
