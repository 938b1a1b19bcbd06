package dev.sluice.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small site: every page and file exists, except those whose name begins with "Missing". */
public class ExampleLinks implements LinkResolver {

    /** What other pages say that fixtures include. */
    private static final Map<String, String> BODIES = Map.of(
            "ENG/Shared text.md", """
            <p>From the shared page, with <a href="#Shared-heading">a link</a> and
            <ac:link><ri:attachment ri:filename="shared.pdf"/></ac:link> beside
            <ac:link><ri:attachment ri:filename="third.pdf"><ri:page ri:content-title="Third"/></ri:attachment></ac:link>.</p><h2>Shared heading</h2>
            <ac:structured-macro ac:name="excerpt"><ac:rich-text-body><p>The <strong>first</strong> excerpt</p>
            </ac:rich-text-body></ac:structured-macro>
            <ac:structured-macro ac:name="excerpt"><ac:parameter ac:name="name">other</ac:parameter>
            <ac:rich-text-body><p>The other excerpt</p></ac:rich-text-body></ac:structured-macro>
            """, "ENG/Guide.md", """
            <p><a name="top note"/>Before all headings.</p><h1>What's new in 2.0?</h1><h2>Notes</h2>
            <p><ac:structured-macro ac:name="anchor"><ac:parameter ac:name="">fine print</ac:parameter>
            </ac:structured-macro>Small.</p><h2>Notes</h2>
            """, "ENG/Circle.md", """
            <p>Round and</p><ac:structured-macro ac:name="include"><ac:parameter ac:name=""><ac:link>
            <ri:page ri:content-title="Circle"/></ac:link></ac:parameter></ac:structured-macro><p>round</p>
            """, "ENG/The page/About report.md", """
            <ac:structured-macro ac:name="details"><ac:rich-text-body><table><tbody>
            <tr><th>Owner</th><td><ac:link><ri:user ri:account-id="557058:ada"/></ac:link></td></tr>
            <tr><th>State</th><td><ac:structured-macro ac:name="status"><ac:parameter ac:name="title">DONE</ac:parameter>
            <ac:parameter ac:name="colour">Green</ac:parameter></ac:structured-macro></td></tr>
            </tbody></table></ac:rich-text-body></ac:structured-macro>
            """);

    /** The page that fixtures are converted as. */
    public static StoragePage page(String storage) {
        return new StoragePage("1001", "ENG", "The page", "ENG/The page.md", storage);
    }

    @Override
    public LinkTarget pageByTitle(String spaceKey, String title) {
        return inExport(title, spaceKey + "/" + title + ".md");
    }

    @Override
    public LinkTarget pageById(String id) {
        return inExport(id, "ENG/by-id/" + id + ".md");
    }

    @Override
    public LinkTarget blogPost(String spaceKey, String title, String postingDay) {
        return inExport(title, spaceKey + "/_blog/" + postingDay + "/" + title + ".md");
    }

    @Override
    public LinkTarget attachment(String fileName) {
        return inExport(fileName, "ENG/The page/_attachments/" + fileName);
    }

    @Override
    public LinkTarget attachmentOf(String spaceKey, String pageTitle, String fileName) {
        return inExport(fileName, spaceKey + "/" + pageTitle + "/_attachments/" + fileName);
    }

    @Override
    public LinkTarget space(String spaceKey) {
        return inExport(spaceKey, spaceKey + "/index.md");
    }

    @Override
    public LinkTarget url(String url) {
        return url.startsWith("https://wiki.example/pages/")
                ? new LinkTarget.InExport("ENG/by-id/" + url.substring("https://wiki.example/pages/".length()) + ".md")
                : new LinkTarget.OutOfExport(url);
    }

    @Override
    public Optional<String> userName(String accountId, String userKey, String userName) {
        return "557058:ada".equals(accountId) || "ada".equals(userKey) ? Optional.of("Ada Lovelace") : Optional.empty();
    }

    @Override
    public Optional<String> jiraBaseUrl(String serverId, String serverName) {
        return serverName.equals("Our Jira") ? Optional.of("https://jira.example") : Optional.empty();
    }

    @Override
    public List<PageNode> children(String spaceKey, String title, int depth) {
        if (title.equals("Childless")) {
            return List.of();
        }
        List<PageNode> below = depth > 1 ? List.of(node("Grandchild", List.of())) : List.of();
        return List.of(node("First child", below), node("Second (child)", List.of()));
    }

    @Override
    public List<PageNode> labelled(String label, String spaceKey) {
        if (label.equals("many")) {
            return List.of(node("A", List.of()), node("B", List.of()), node("C", List.of()));
        }
        return List.of(node("About " + label + (spaceKey == null ? "" : " in " + spaceKey), List.of()));
    }

    @Override
    public List<String> attachmentNames() {
        return List.of("diagram.png", "photo 1.jpg", "report.pdf");
    }

    @Override
    public Optional<String> body(String path) {
        return Optional.ofNullable(BODIES.get(path));
    }

    /** Places of the pages that say something; those of others are not known. */
    @Override
    public Optional<PagePlaces.Place> place(String path, String anchor) {
        String title = path.substring(path.lastIndexOf('/') + 1).replace(".md", "");
        return body(path)
                .flatMap(storage -> new MarkdownConverter(MarkdownOptions.defaults())
                        .places(new StoragePage("", "", title, path, storage))
                        .find(anchor));
    }

    private static PageNode node(String title, List<PageNode> children) {
        return new PageNode(title, new LinkTarget.InExport("ENG/The page/" + title + ".md"), children);
    }

    private static LinkTarget inExport(String name, String path) {
        return name.startsWith("Missing") ? new LinkTarget.Broken() : new LinkTarget.InExport(path);
    }
}
