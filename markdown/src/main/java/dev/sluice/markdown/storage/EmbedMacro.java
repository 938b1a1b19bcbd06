package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Things shown from elsewhere: a link to where they are. */
final class EmbedMacro implements MacroRenderer {

    private static final List<String> ADDRESSES = List.of("url", "src", "link", "href", "");

    @Override
    public Set<String> macros() {
        return Set.of(
                "widget",
                "widgetconnector",
                "iframe",
                "html-include",
                "rss",
                "html5-video",
                "youtube",
                "vimeo",
                "figma",
                "miro",
                "ui-button",
                "button",
                "ui-image",
                "smartlink",
                "google-drive",
                "gdrive",
                "trello",
                "remotetext");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        context.standalone(macro, () -> show(macro, context));
    }

    private static void show(Macro macro, RenderContext context) {
        ADDRESSES.stream()
                .filter(name -> macro.reference(name).isPresent()
                        || !macro.parameter(name).isEmpty())
                .findFirst()
                .ifPresent(name -> target(macro, name, context));
        MacroNotes.note(macro, context);
        macro.richBody().ifPresent(context::node);
        macro.plainBody().ifPresent(context.out()::text);
    }

    private static void target(Macro macro, String parameter, RenderContext context) {
        Optional<Element> reference = macro.reference(parameter);
        String url = reference.map(found -> found.attr("ri:value")).orElseGet(() -> macro.parameter(parameter));
        if (url.isEmpty()) {
            reference.ifPresent(found -> LinkRenderer.toReference(found, context));
        } else {
            String title = title(macro);
            Mark link = new Mark.Link(LinkRenderer.note(context.destinations().ofUrl(url), context), "");
            context.out().marked(link, () -> context.out().text(title.isEmpty() ? url : title));
        }
    }

    private static String title(Macro macro) {
        for (String parameter : List.of("title", "buttonLabel", "text")) {
            if (!macro.parameter(parameter).isEmpty()) {
                return macro.parameter(parameter);
            }
        }
        return "";
    }
}
