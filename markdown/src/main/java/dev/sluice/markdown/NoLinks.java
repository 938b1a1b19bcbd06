package dev.sluice.markdown;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows nothing: for pages of which only the headings are of interest. */
final class NoLinks implements LinkResolver {

    private static final LinkTarget NOWHERE = new LinkTarget.Broken();

    @Override
    public LinkTarget pageByTitle(String spaceKey, String title) {
        return NOWHERE;
    }

    @Override
    public LinkTarget pageById(String id) {
        return NOWHERE;
    }

    @Override
    public LinkTarget blogPost(String spaceKey, String title, String postingDay) {
        return NOWHERE;
    }

    @Override
    public LinkTarget attachment(String fileName) {
        return NOWHERE;
    }

    @Override
    public LinkTarget attachmentOf(String spaceKey, String pageTitle, String fileName) {
        return NOWHERE;
    }

    @Override
    public LinkTarget space(String spaceKey) {
        return NOWHERE;
    }

    @Override
    public LinkTarget url(String url) {
        return NOWHERE;
    }

    @Override
    public Optional<String> userName(@Nullable String accountId, @Nullable String userKey, @Nullable String userName) {
        return Optional.ofNullable(userName);
    }
}
