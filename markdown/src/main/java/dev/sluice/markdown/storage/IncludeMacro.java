package dev.sluice.markdown.storage;

import dev.sluice.markdown.LinkTarget;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Marks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Other pages, or excerpts of them, shown within this one: their content when the resolver has it at hand, else a link.
 * An excerpt stands in a panel under the page's title unless the macro asks for none.
 */
final class IncludeMacro implements MacroRenderer {

    private static final Set<String> WHOLE = Set.of("include", "includeplus", "include-page");
    private static final Set<String> EXCERPTS =
            Set.of("excerpt-include", "excerptinclude", "multiexcerpt-include", "multiexcerpt-include-macro");
    private static final Set<String> SOURCES = Set.of("excerpt", "multiexcerpt", "multiexcerpt-macro");

    @Override
    public Set<String> macros() {
        Set<String> macros = new java.util.HashSet<>(WHOLE);
        macros.addAll(EXCERPTS);
        return macros;
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String title = macro.parameter("").isEmpty() ? macro.parameter("page") : macro.parameter("");
        Optional<Element> page = macro.reference("")
                .or(() -> macro.reference("page"))
                .or(() -> macro.reference("PageWithExcerpt"))
                .or(() -> title.isEmpty() ? Optional.empty() : Optional.of(References.page(title)));
        Optional<List<Block>> content = page.flatMap(found -> content(macro, found, context));
        if (content.isPresent()) {
            context.out().block(new Block.Comment(MacroNotes.describe(macro)));
            content.get().forEach(context.out()::block);
        } else {
            context.standalone(macro, () -> {
                page.ifPresent(reference -> LinkRenderer.toReference(reference, context));
                MacroNotes.note(macro, context);
            });
        }
    }

    private static Optional<List<Block>> content(Macro macro, Element page, RenderContext context) {
        if (!(context.destinations().target(page) instanceof LinkTarget.InExport(String path))) {
            return Optional.empty();
        }
        Optional<Bodies.Body> body = context.included(path, page.attr("ri:space-key"), page.attr("ri:content-title"));
        if (WHOLE.contains(macro.name())) {
            return body.map(Bodies.Body::blocks);
        }
        return body.flatMap(found -> excerpt(macro, found))
                .map(blocks -> macro.isTrue("nopanel") ? blocks : List.of(panel(page, blocks, context)));
    }

    private static Optional<List<Block>> excerpt(Macro macro, Bodies.Body body) {
        String name = macro.parameter("name").isEmpty() ? macro.parameter("MultiExcerptName") : macro.parameter("name");
        return Elements.macros(body.document(), SOURCES).stream()
                .filter(source -> name.isEmpty() || name.equals(name(source)))
                .findFirst()
                .flatMap(Macro::richBody)
                .map(body.context()::blocks);
    }

    private static String name(Macro excerpt) {
        String name = excerpt.parameter("name");
        return name.isEmpty() ? excerpt.parameter("MultiExcerptName") : name;
    }

    private static Block panel(Element page, List<Block> content, RenderContext context) {
        Mark link = new Mark.Link(context.destinations().ofReference(page, ""), "");
        Inline title = new Inline.Text(LinkRenderer.name(page), Marks.NONE.with(link));
        return new Block.Alert(Block.AlertKind.NOTE, List.of(title), content);
    }
}
