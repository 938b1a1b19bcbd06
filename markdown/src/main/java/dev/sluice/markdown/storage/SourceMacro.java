package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import java.util.Set;

/**
 * Bodies in another markup. Markdown stays Markdown unless it would swallow what follows it; HTML, styles and scripts
 * are shown as code, for they must not run where the page is read.
 */
final class SourceMacro implements MacroRenderer {

    private static final Set<String> MARKDOWN = Set.of("markdown", "markdown-macro", "md", "markdown-cloud");

    @Override
    public Set<String> macros() {
        Set<String> macros = new java.util.HashSet<>(MARKDOWN);
        macros.addAll(Set.of("html", "html-macro", "style", "css-stylesheet", "sql-query", "sql"));
        return macros;
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String source =
                macro.plainBody().or(() -> macro.richBody().map(Elements::code)).orElse("");
        if (MARKDOWN.contains(macro.name())) {
            context.out().block(markdown(source));
        } else if (source.isBlank()) {
            MacroNotes.note(macro, context);
        } else {
            context.out().block(new Block.Comment(MacroNotes.describe(macro)));
            context.out().block(new Block.CodeBlock(language(macro.name()), "", source));
        }
    }

    private static String language(String name) {
        return switch (name) {
            case "style", "css-stylesheet" -> "css";
            case "sql-query", "sql" -> "sql";
            default -> "html";
        };
    }

    private static Block markdown(String source) {
        String text = source.stripTrailing();
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\n') {
            from++;
        }
        text = text.substring(from);
        return isClosed(text) ? new Block.Markdown(text) : new Block.CodeBlock("markdown", "", source);
    }

    /** Whether all code fences and comments end, and no HTML reaches over the end. */
    private static boolean isClosed(String markdown) {
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            String start = line.strip();
            if (fence.isEmpty() && (start.startsWith("```") || start.startsWith("~~~"))) {
                fence = start.substring(0, run(start));
            } else if (!fence.isEmpty() && start.startsWith(fence) && start.length() == run(start)) {
                fence = "";
            }
        }
        String lower = markdown.toLowerCase(java.util.Locale.ROOT);
        return fence.isEmpty()
                && lower.lastIndexOf("<!") <= lower.lastIndexOf(">")
                && lower.lastIndexOf("<!--") <= lower.lastIndexOf("-->")
                && !lower.contains("<script")
                && !lower.contains("<style")
                && !lower.contains("<pre")
                && !lower.contains("<textarea")
                && !lower.contains("<?")
                && !lower.contains("<![cdata[");
    }

    private static int run(String line) {
        int length = 0;
        while (length < line.length() && line.charAt(length) == line.charAt(0)) {
            length++;
        }
        return length;
    }
}
