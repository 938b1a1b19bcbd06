package dev.sluice.renderer.links;

import dev.sluice.markdown.LinkResolver;
import dev.sluice.markdown.LinkTarget;
import dev.sluice.markdown.PageNode;
import dev.sluice.pipeline.ImageAddress;
import dev.sluice.pipeline.MemberDigest;
import dev.sluice.pipeline.PageResource;
import dev.sluice.pipeline.Reference;
import dev.sluice.pipeline.ReferenceToken;
import dev.sluice.pipeline.ResourceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the references of one page, and remembers what was asked: a later run asks the same again. */
public final class PageLinks implements LinkResolver {

    private static final String SYSTEM_JIRA = "System Jira";
    /** Pages that a list or tree of pages shows; each costs a reference. */
    private static final int MOST_LISTED = 2000;

    private final RunCatalog catalog;
    private final PageResource page;
    private final SiteUrls urls;
    private final PageBodies bodies;
    private final PageImages images;
    private final PersonNames people;
    private final Map<String, ResourceKey> pagesByPath = new HashMap<>();
    private final Map<String, @Nullable String> asked = new LinkedHashMap<>();

    public PageLinks(RunCatalog catalog, PageResource page, String siteUrl, Shown shown) {
        this.catalog = catalog;
        this.page = page;
        this.urls = new SiteUrls(siteUrl);
        this.bodies = shown.bodies();
        this.images = shown.images();
        this.people = shown.people();
    }

    /** Of a page that shows no pictures that the export has, and where nobody's name is known. */
    public PageLinks(RunCatalog catalog, PageResource page, String siteUrl, PageBodies bodies) {
        this(catalog, page, siteUrl, Shown.only(bodies));
    }

    /** Every question so far and its answer. */
    public List<Reference> references() {
        return Stream.concat(
                        asked.entrySet().stream().map(entry -> new Reference(entry.getKey(), entry.getValue())),
                        images.references())
                .toList();
    }

    @Override
    public LinkTarget pageByTitle(String spaceKey, String title) {
        Optional<LinkTarget> found = inExport(ReferenceToken.title(spaceKey, title));
        catalog.pageId(spaceKey, title).ifPresent(id -> remember(found, id));
        return found.orElseGet(() -> new LinkTarget.OutOfExport(urls.page(spaceKey, title)));
    }

    @Override
    public LinkTarget pageById(String id) {
        Optional<LinkTarget> found = inExport(ReferenceToken.pageId(id));
        remember(found, id);
        return found.orElseGet(() -> new LinkTarget.OutOfExport(urls.pageId(id)));
    }

    @Override
    public LinkTarget blogPost(String spaceKey, String title, String postingDay) {
        Optional<LinkTarget> found = SiteUrls.day(postingDay).flatMap(day -> {
            String token = ReferenceToken.blogPost(spaceKey, day, title);
            Optional<LinkTarget> target = inExport(token);
            catalog.blogPostId(token).ifPresent(id -> remember(target, id));
            return target;
        });
        return found.orElseGet(() -> new LinkTarget.OutOfExport(urls.blogPost(spaceKey, title, postingDay)));
    }

    @Override
    public LinkTarget attachment(String fileName) {
        return inExport(ReferenceToken.file(page.key(), fileName)).orElseGet(LinkTarget.Broken::new);
    }

    @Override
    public LinkTarget attachmentOf(String spaceKey, String pageTitle, String fileName) {
        LinkTarget container = pageByTitle(spaceKey, pageTitle);
        return pageId(spaceKey, pageTitle)
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
                    case SiteUrls.Named.BlogPost post ->
                        inExport(ReferenceToken.blogPost(post.spaceKey(), post.day(), post.title()));
                })
                .orElseGet(() -> new LinkTarget.OutOfExport(absolute));
    }

    /** An address of the site itself is an attachment or stays an address: nothing else of the site is asked for as an image. */
    @Override
    public LinkTarget image(String url) {
        String absolute = urls.absolute(url);
        Optional<SiteUrls.NamedFile> attachment = urls.file(absolute);
        if (attachment.isPresent()) {
            ResourceKey container = ResourceKey.page(attachment.get().pageId());
            return inExport(ReferenceToken.file(container, attachment.get().fileName()))
                    .orElseGet(() -> new LinkTarget.OutOfExport(absolute));
        }
        return ImageAddress.canonical(absolute)
                .filter(address -> !urls.isOwn(address))
                .flatMap(images::at)
                .orElseGet(() -> new LinkTarget.OutOfExport(absolute));
    }

    @Override
    public Optional<LinkTarget> embeddedImage(String name, String mediaType, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return mediaType.startsWith("image/") ? Optional.of(images.embedded(ending, content)) : Optional.empty();
    }

    @Override
    public Optional<String> userName(@Nullable String accountId, @Nullable String userKey, @Nullable String userName) {
        String id = accountId == null ? userKey : accountId;
        return Optional.ofNullable(id).flatMap(people::find).or(() -> Optional.ofNullable(userName));
    }

    /** On Cloud the Jira that macros call the system's own is at the site itself; other Jiras are not known. */
    @Override
    public Optional<String> jiraBaseUrl(String serverId, String serverName) {
        return serverName.isEmpty() || serverName.equalsIgnoreCase(SYSTEM_JIRA) ? urls.cloudOrigin() : Optional.empty();
    }

    @Override
    public List<PageNode> children(String spaceKey, String title, int depth) {
        boolean own = title.equals(page.title()) && spaceKey.equals(page.spaceKey());
        Optional<String> root = own ? Optional.of(page.key().id()) : pageId(spaceKey, title);
        AtomicInteger left = new AtomicInteger(MOST_LISTED);
        return root.map(id -> children(id, depth, left)).orElse(List.of());
    }

    @Override
    public List<String> attachmentNames() {
        List<String> names = catalog.files(page.key().id());
        MemberDigest digest = new MemberDigest();
        names.forEach(name -> digest.addFile(
                name, catalog.path(ReferenceToken.file(page.key(), name)).orElse("")));
        answer(ReferenceToken.files(page.key().id()), digest);
        return names;
    }

    @Override
    public List<PageNode> labelled(String label, @Nullable String spaceKey) {
        List<RunCatalog.Child> pages = catalog.labelled(label, spaceKey);
        MemberDigest digest = new MemberDigest();
        pages.forEach(one -> digest.addPage(one.id(), one.title(), one.path()));
        answer(ReferenceToken.labelled(label, spaceKey), digest);
        return pages.stream()
                .limit(MOST_LISTED)
                .map(one -> {
                    pagesByPath.put(one.path(), ResourceKey.page(one.id()));
                    return new PageNode(one.title(), new LinkTarget.InExport(one.path()), List.of());
                })
                .toList();
    }

    /** Another page may come to bear the title at the same path. */
    private Optional<String> pageId(String spaceKey, String title) {
        inExport(ReferenceToken.title(spaceKey, title));
        Optional<String> id = catalog.pageId(spaceKey, title);
        String path = catalog.path(ReferenceToken.title(spaceKey, title)).orElse("");
        MemberDigest digest = new MemberDigest();
        id.ifPresent(bearer -> digest.addPage(bearer, title, path));
        answer(ReferenceToken.titled(spaceKey, title), digest);
        return id;
    }

    private List<PageNode> children(String pageId, int depth, AtomicInteger left) {
        List<RunCatalog.Child> children = catalog.children(pageId);
        MemberDigest digest = new MemberDigest();
        children.forEach(child -> digest.addPage(child.id(), child.title(), child.path()));
        answer(ReferenceToken.children(pageId), digest);
        List<PageNode> nodes = new ArrayList<>();
        for (RunCatalog.Child child : children) {
            if (left.getAndDecrement() > 0) {
                List<PageNode> below = depth > 1 ? children(child.id(), depth - 1, left) : List.of();
                nodes.add(new PageNode(child.title(), new LinkTarget.InExport(child.path()), below));
            }
        }
        return nodes;
    }

    private void answer(String token, MemberDigest members) {
        asked.put(token, members.isEmpty() ? null : members.toString());
    }

    /**
     * What is archived of a page that a link has led to. It may not be fetched yet, or from an earlier version: the
     * answer says which body it was, and the page is rendered again when that is not the one of the run's end.
     */
    @Override
    public Optional<String> body(String path) {
        ResourceKey shown = pagesByPath.get(path);
        if (shown == null) {
            return Optional.empty();
        }
        Optional<PageBodies.Body> body = bodies.find(shown);
        asked.put(ReferenceToken.body(shown), body.map(PageBodies.Body::sha256).orElse(null));
        return body.map(PageBodies.Body::storage);
    }

    private void remember(Optional<LinkTarget> found, String id) {
        if (found.isPresent() && found.get() instanceof LinkTarget.InExport target) {
            pagesByPath.put(target.path(), catalog.key(id));
        }
    }

    private Optional<LinkTarget> inExport(String token) {
        Optional<String> path = catalog.path(token);
        asked.put(token, path.orElse(null));
        return path.map(this::target);
    }

    /** What the export does not take is where the site has it. */
    private LinkTarget target(String answer) {
        return answer.startsWith("/")
                ? new LinkTarget.OutOfExport(urls.below(answer))
                : new LinkTarget.InExport(answer);
    }
}
