package dev.sluice.markdown.storage;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** The emoji of the new editor that Unicode has under another name. */
    private static final Map<String, String> ATLASSIAN = Map.ofEntries(
            Map.entry("check_mark", "✅"),
            Map.entry("cross_mark", "❌"),
            Map.entry("plus", "➕"),
            Map.entry("minus", "➖"),
            Map.entry("info", "ℹ️"),
            Map.entry("warning", "⚠️"),
            Map.entry("note", "⚠️"),
            Map.entry("question_mark", "❓"),
            Map.entry("question", "❓"),
            Map.entry("exclamation", "❗"),
            Map.entry("light_bulb_on", "💡"),
            Map.entry("light_bulb_off", "🔅"),
            Map.entry("yellow_star", "⭐"),
            Map.entry("red_star", "🌟"),
            Map.entry("green_star", "✳️"),
            Map.entry("blue_star", "✴️"));

    /** Unicode emoji have their code points for an id. */
    private static final Pattern CODE_POINTS = Pattern.compile("[0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,15}");

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
        String id = element.attr("ac:emoji-id").strip().toLowerCase(Locale.ROOT);
        if (CODE_POINTS.matcher(id).matches()) {
            return codePoints(id);
        }
        String atlassian = ATLASSIAN.get(id.replaceFirst("^atlassian-", ""));
        if (atlassian != null) {
            return atlassian;
        }
        String known = EMOTICONS.get(element.attr("ac:name").strip().toLowerCase(Locale.ROOT));
        String shortName = element.attr("ac:emoji-shortname");
        boolean own = !fallback.isEmpty() || (element.attr("ac:name").equals("blue-star") && !shortName.isEmpty());
        if (known != null && !own) {
            return known;
        }
        return !shortName.isEmpty() ? shortName : !fallback.isEmpty() ? fallback : ":" + element.attr("ac:name") + ":";
    }

    private static String codePoints(String id) {
        StringBuilder emoji = new StringBuilder();
        for (String point : id.split("-", -1)) {
            int c = Integer.parseInt(point, 16);
            emoji.appendCodePoint(Character.isValidCodePoint(c) ? c : '\uFFFD');
        }
        return emoji.toString();
    }
}
