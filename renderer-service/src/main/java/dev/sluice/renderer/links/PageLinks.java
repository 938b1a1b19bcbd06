package dev.sluice.renderer.links;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.LinkTarget;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the references of one page, and remembers what was asked: a later run asks the same again. */
public final class PageLinks implements LinkResolver {

    private final RunCatalog catalog;
    private final PageResource page;
    private final SiteUrls urls;
    private final Map<String, @Nullable String> asked = new LinkedHashMap<>();

    public PageLinks(RunCatalog catalog, PageResource page, String siteUrl) {
        this.catalog = catalog;
        this.page = page;
        this.urls = new SiteUrls(siteUrl);
    }

    /** Every question so far and its answer. */
    public List<Reference> references() {
        return asked.entrySet().stream()
                .map(entry -> new Reference(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public LinkTarget pageByTitle(String spaceKey, String title) {
        return inExport(ReferenceToken.title(spaceKey, title))
                .orElseGet(() -> new LinkTarget.OutOfExport(urls.page(spaceKey, title)));
    }

    @Override
    public LinkTarget pageById(String id) {
        return inExport(ReferenceToken.pageId(id)).orElseGet(() -> new LinkTarget.OutOfExport(urls.pageId(id)));
    }

    @Override
    public LinkTarget blogPost(String spaceKey, String title, String postingDay) {
        return new LinkTarget.OutOfExport(urls.blogPost(spaceKey, title, postingDay));
    }

    @Override
    public LinkTarget attachment(String fileName) {
        return inExport(ReferenceToken.file(page.key(), fileName)).orElseGet(LinkTarget.Broken::new);
    }

    @Override
    public LinkTarget attachmentOf(String spaceKey, String pageTitle, String fileName) {
        LinkTarget container = pageByTitle(spaceKey, pageTitle);
        return catalog.pageId(spaceKey, pageTitle)
                .map(id -> inExport(ReferenceToken.file(ResourceKey.page(id), fileName))
                        .orElseGet(LinkTarget.Broken::new))
                .orElse(container);
    }

    @Override
    public LinkTarget space(String spaceKey) {
        return new LinkTarget.OutOfExport(urls.space(spaceKey));
    }

    @Override
    public LinkTarget url(String url) {
        String absolute = urls.absolute(url);
        return urls.page(absolute)
                .flatMap(named -> switch (named) {
                    case SiteUrls.Named.ById byId -> inExport(ReferenceToken.pageId(byId.id()));
                    case SiteUrls.Named.ByTitle byTitle ->
                        inExport(ReferenceToken.title(byTitle.spaceKey(), byTitle.title()));
                })
                .orElseGet(() -> new LinkTarget.OutOfExport(absolute));
    }

    @Override
    public Optional<String> userName(@Nullable String accountId, @Nullable String userKey, @Nullable String userName) {
        return Optional.ofNullable(userName);
    }

    private Optional<LinkTarget> inExport(String token) {
        Optional<String> path = catalog.path(token);
        asked.put(token, path.orElse(null));
        return path.map(LinkTarget.InExport::new);
    }
}
