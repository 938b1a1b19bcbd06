package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Mark;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Files shown within the page: a link to the file. */
final class FileMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of(
                "view-file",
                "viewdoc",
                "viewxls",
                "viewppt",
                "viewpdf",
                "pdf",
                "multimedia",
                "office-connector",
                "viewfile",
                "audio",
                "video");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        context.standalone(macro, () -> show(macro, context));
    }

    private static void show(Macro macro, RenderContext context) {
        Optional<Element> file = macro.reference("name").or(() -> macro.reference(""));
        String name = macro.parameter("name").isEmpty() ? macro.parameter("") : macro.parameter("name");
        if (file.isPresent()) {
            LinkRenderer.toReference(file.get(), context);
        } else if (!name.isEmpty()) {
            byName(name, macro, context);
        }
        MacroNotes.note(macro, context);
    }

    /** Old pages name file and page in plain text, the page with its space before a colon. */
    private static void byName(String name, Macro macro, RenderContext context) {
        Element attachment = new Element("ri:attachment").attr("ri:filename", name);
        String page = macro.parameter("page");
        if (!page.isEmpty()) {
            attachment.appendChild(References.page(page));
        }
        Mark link = new Mark.Link(LinkRenderer.note(context.destinations().ofReference(attachment, ""), context), "");
        context.out().marked(link, () -> context.out().text(name));
    }
}
