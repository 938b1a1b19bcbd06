package dev.sluice.markdown.storage;

import dev.sluice.markdown.PageNode;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Lists of pages that the export's own index can answer: children, page trees, pages with one label. */
final class PageListMacro implements MacroRenderer {

    private static final int DEEPEST = 20;
    private static final int LONGEST_QUERY = 500;

    private static final Pattern ONE_LABEL = Pattern.compile(
            "\\(?\\s*label\\s*(?:=|in)\\s*\\(?\\s*[\"']?([\\w.-]+)[\"']?\\s*\\)?\\s*\\)?"
                    + "(?:\\s+and\\s+space\\s*(?:=|in)\\s*\\(?\\s*[\"']?(currentSpace\\s*\\(\\s*\\)|~?\\w+)[\"']?\\s*\\)?)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Set<String> macros() {
        return Set.of("children", "pagetree", "contentbylabel");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        List<PageNode> pages = switch (macro.name()) {
            case "children" -> children(macro, macro.isTrue("all") ? DEEPEST : macro.number("depth", 1), context);
            case "pagetree" -> children(macro, DEEPEST, context);
            default -> limited(macro, labelled(macro, context));
        };
        context.out().block(new Block.Comment(MacroNotes.describe(macro)));
        if (!pages.isEmpty()) {
            context.out().block(list(pages, 0, context));
        }
    }

    private static List<PageNode> children(Macro macro, int depth, RenderContext context) {
        String root = macro.name().equals("children") ? "page" : "root";
        Optional<Element> page =
                macro.reference(root).filter(reference -> reference.normalName().equals("ri:page"));
        String space = page.map(found -> found.attr("ri:space-key"))
                .filter(key -> !key.isEmpty())
                .orElse(context.page().spaceKey());
        String title = page.map(found -> found.attr("ri:content-title"))
                .filter(found -> !found.startsWith("@"))
                .orElse(context.page().title());
        return context.links().children(space, title, Math.clamp(depth, 1, DEEPEST));
    }

    /** By title the order is known, and so which pages are the first; by date all are listed. */
    private static List<PageNode> limited(Macro macro, List<PageNode> pages) {
        if (!macro.parameter("sort").equalsIgnoreCase("title")) {
            return pages;
        }
        List<PageNode> ordered = macro.isTrue("reverse") ? pages.reversed() : pages;
        return ordered.subList(0, Math.min(ordered.size(), Math.max(1, macro.number("max", ordered.size()))));
    }

    /** The pages with the one label that a macro names, directly or in a query; none for any other query. */
    static List<PageNode> labelled(Macro macro, RenderContext context) {
        String labels = macro.parameter("labels").isEmpty() ? macro.parameter("label") : macro.parameter("labels");
        if (labels.matches("[\\w.-]+")) {
            return context.links().labelled(labels, null);
        }
        String cql = macro.parameter("cql");
        Matcher query = ONE_LABEL.matcher(cql);
        if (cql.length() > LONGEST_QUERY || !query.matches()) {
            return List.of();
        }
        return context.links().labelled(query.group(1), space(query.group(2), context));
    }

    private static @Nullable String space(@Nullable String key, RenderContext context) {
        return key != null && key.startsWith("currentSpace") ? context.page().spaceKey() : key;
    }

    private static Block list(List<PageNode> pages, int depth, RenderContext context) {
        List<Block.Item> items = new ArrayList<>();
        for (PageNode page : pages) {
            Mark link = new Mark.Link(context.destinations().ofPage(page.target(), page.title()), "");
            List<Block> content = new ArrayList<>();
            content.add(
                    new Block.Paragraph(List.of(new Inline.Text(page.title(), Marks.NONE.with(link))), Alignment.NONE));
            if (!page.children().isEmpty() && depth < DEEPEST) {
                content.add(list(page.children(), depth + 1, context));
            }
            items.add(new Block.Item(Block.Task.NONE, content));
        }
        return new Block.Listing(false, 1, items);
    }
}
