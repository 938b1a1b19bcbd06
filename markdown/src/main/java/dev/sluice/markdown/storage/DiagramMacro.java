package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Diagrams. Text diagrams become code that most readers draw themselves; drawn ones the picture that their app attached,
 * and a link to the drawing.
 */
final class DiagramMacro implements MacroRenderer {

    private static final Set<String> DRAWN = Set.of(
            "drawio", "drawio-sketch", "inc-drawio", "gliffy", "mermaid-cloud", "lucidchart", "lucidchart-cloud");

    private static final Set<String> PLANTUML =
            Set.of("plantuml", "plantumlrender", "plantumlcloud", "plantuml-cloud", "plantuml-macro");

    private static final List<String> NAMES =
            List.of("diagramName", "filename", "name", "diagramDisplayName", "displayName", "documentId");

    @Override
    public Set<String> macros() {
        Set<String> macros = new java.util.HashSet<>(DRAWN);
        macros.addAll(PLANTUML);
        macros.addAll(Set.of("mermaid", "mermaid-macro", "mermaiddiagram", "mermaid-diagram", "graphviz", "dot"));
        return macros;
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        context.standalone(macro, () -> show(macro, context));
    }

    private static void show(Macro macro, RenderContext context) {
        Optional<String> body = macro.plainBody().filter(text -> !text.isBlank());
        Optional<String> source = body.or(() -> packed(macro));
        if (source.isPresent()) {
            context.out().block(new Block.CodeBlock(language(macro), "", source.get()));
        } else {
            drawn(macro, context);
        }
        macro.richBody().ifPresent(context::node);
    }

    private static Optional<String> packed(Macro macro) {
        return PLANTUML.contains(macro.name()) ? PackedText.unpack(macro.parameter("data")) : Optional.empty();
    }

    private static String language(Macro macro) {
        if (PLANTUML.contains(macro.name())) {
            return "plantuml";
        }
        return macro.name().startsWith("mermaid") ? "mermaid" : "dot";
    }

    private static void drawn(Macro macro, RenderContext context) {
        String name = NAMES.stream()
                .map(macro::parameter)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Optional<Destination> picture = first(context, name + ".png", name + ".svg");
        Optional<Destination> drawing = first(context, name, name + ".drawio", name + ".mmd", name + ".puml");
        if (name.isEmpty() || (picture.isEmpty() && drawing.isEmpty())) {
            context.out().text(name);
            MacroNotes.note(macro, context);
            return;
        }
        picture.ifPresent(image -> context.out()
                .image(new Inline.Image(
                        image, name, "", Inline.Frame.NATURAL, context.out().marks())));
        MacroNotes.note(macro, context);
        drawing.ifPresent(file -> {
            picture.ifPresent(image -> context.out().lineBreak());
            context.out().marked(new Mark.Link(file, ""), () -> context.out().text(name));
        });
    }

    private static Optional<Destination> first(RenderContext context, String... names) {
        for (String name : names) {
            Optional<Destination> found = context.destinations().attached(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
