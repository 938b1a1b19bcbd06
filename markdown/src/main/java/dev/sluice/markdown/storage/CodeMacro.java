package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import java.util.List;
import java.util.Set;

/** Code and preformatted text, to the byte. The title is a line before it, collapsed code unfolds under its title. */
final class CodeMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("code", "noformat", "codeblock", "code-block", "paste-code-macro");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String title = macro.parameter("title");
        Block code = new Block.CodeBlock(language(macro), note(macro), body(macro));
        if (macro.isTrue("collapse")) {
            List<Inline> summary = List.of(new Inline.Text(title.isEmpty() ? "Code" : title, Marks.NONE));
            context.out().block(new Block.Details(summary, List.of(code)));
            return;
        }
        if (!title.isEmpty()) {
            context.out().block(strong(title));
        }
        context.out().block(code);
    }

    private static Block strong(String title) {
        return new Block.Paragraph(
                List.of(new Inline.Text(title, Marks.NONE.with(Style.STRONG))), Block.Alignment.NONE);
    }

    private static String body(Macro macro) {
        return macro.plainBody().or(() -> macro.richBody().map(Elements::code)).orElse("");
    }

    private static String language(Macro macro) {
        String language = macro.parameter("language");
        if (language.isEmpty()) {
            language = macro.parameter("");
        }
        return language.equalsIgnoreCase("none") ? "" : language;
    }

    /** What else the reader of the code may want to know; it follows the language in the fence. */
    private static String note(Macro macro) {
        StringBuilder note = new StringBuilder();
        if (macro.isTrue("linenumbers")) {
            note.append("linenumbers");
        }
        int first = macro.number("firstline", 1);
        if (first != 1) {
            note.append(note.isEmpty() ? "" : " ").append("firstline=").append(first);
        }
        return note.toString();
    }
}
