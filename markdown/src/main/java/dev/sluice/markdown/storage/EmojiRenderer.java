package dev.sluice.markdown.storage;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Emoticons and emoji as Unicode. Emoji that a site made itself have no character and keep their short name. */
final class EmojiRenderer implements ElementRenderer {

    private static final Map<String, String> EMOTICONS = Map.ofEntries(
            Map.entry("smile", "🙂"),
            Map.entry("sad", "🙁"),
            Map.entry("cheeky", "😛"),
            Map.entry("laugh", "😀"),
            Map.entry("wink", "😉"),
            Map.entry("thumbs-up", "👍"),
            Map.entry("thumbs-down", "👎"),
            Map.entry("information", "ℹ️"),
            Map.entry("tick", "✅"),
            Map.entry("cross", "❌"),
            Map.entry("warning", "⚠️"),
            Map.entry("plus", "➕"),
            Map.entry("minus", "➖"),
            Map.entry("question", "❓"),
            Map.entry("light-on", "💡"),
            Map.entry("light-off", "🔅"),
            Map.entry("yellow-star", "⭐"),
            Map.entry("red-star", "🌟"),
            Map.entry("green-star", "✳️"),
            Map.entry("blue-star", "✴️"),
            Map.entry("heart", "❤️"),
            Map.entry("broken-heart", "💔"));

    @Override
    public Set<String> elements() {
        return Set.of("ac:emoticon", "ac:emoji");
    }

    @Override
    public void render(Element element, RenderContext context) {
        context.out().text(character(element));
        context.children(element);
    }

    private static String character(Element element) {
        String fallback = element.attr("ac:emoji-fallback");
        if (!fallback.isEmpty() && !fallback.startsWith(":")) {
            return fallback;
        }
        String known = EMOTICONS.get(element.attr("ac:name"));
        String shortName = element.attr("ac:emoji-shortname");
        boolean own = !fallback.isEmpty() || (element.attr("ac:name").equals("blue-star") && !shortName.isEmpty());
        if (known != null && !own) {
            return known;
        }
        return !shortName.isEmpty() ? shortName : !fallback.isEmpty() ? fallback : ":" + element.attr("ac:name") + ":";
    }
}
