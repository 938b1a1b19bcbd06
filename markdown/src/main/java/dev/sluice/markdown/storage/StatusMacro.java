package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Mark.Style;
import java.util.Locale;
import java.util.Set;

/** Status lozenges: bold text after a circle of their colour. */
final class StatusMacro implements MacroRenderer {

    @Override
    public Set<String> macros() {
        return Set.of("status", "status-handy");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        String colour = macro.parameter("colour").isEmpty() ? macro.parameter("color") : macro.parameter("colour");
        String title = macro.parameter("title").isEmpty() ? colour : macro.parameter("title");
        if (title.isEmpty()) {
            return;
        }
        context.out().text(circle(colour) + " ");
        context.out().marked(Style.STRONG, () -> context.out().text(title));
    }

    private static String circle(String colour) {
        return switch (colour.toLowerCase(Locale.ROOT)) {
            case "red" -> "🔴";
            case "yellow" -> "🟡";
            case "green" -> "🟢";
            case "blue" -> "🔵";
            case "purple" -> "🟣";
            default -> "⚪";
        };
    }
}
