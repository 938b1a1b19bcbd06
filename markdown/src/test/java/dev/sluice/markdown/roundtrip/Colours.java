package dev.sluice.markdown.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The colours of a page: of text, and behind text and cells; each once for every element that holds text. */
final class Colours {

    private static final Pattern DECLARATION = Pattern.compile("(?:^|;)\\s*(color|background-color)\\s*:\\s*([^;]+)");
    private static final Pattern NONE = Pattern.compile("inherit|initial|unset|transparent|windowtext|none|#?");
    private static final Pattern USUAL = Pattern.compile("#f4f5f7|#f0f0f0|#f0f1f2|grey");
    private static final Pattern WHITE = Pattern.compile("#fff(?:fff)?|white");

    private Colours() {}

    static List<String> of(Element root) {
        List<String> colours = new ArrayList<>();
        for (Element element : root.getAllElements()) {
            boolean cell = element.normalName().matches("t[dh]");
            boolean empty = element.wholeText().replace('\u00a0', ' ').isBlank();
            if (empty && !cell && !element.attr("style").startsWith("background")) {
                continue;
            }
            Matcher declaration = DECLARATION.matcher(element.attr("style").toLowerCase(Locale.ROOT));
            while (declaration.find()) {
                add(colours, declaration.group(1), declaration.group(2), element, cell);
            }
            add(colours, "background-color", element.attr("data-highlight-colour"), element, cell);
        }
        return colours.stream().distinct().toList();
    }

    private static void add(List<String> colours, String property, String value, Element element, boolean cell) {
        String colour = value.strip().toLowerCase(Locale.ROOT);
        boolean background = property.equals("background-color");
        boolean usual =
                element.normalName().equals("th") && USUAL.matcher(colour).matches();
        boolean paper = cell && background && WHITE.matcher(colour).matches();
        if (!colour.isEmpty() && !NONE.matcher(colour).matches() && !usual && !paper) {
            colours.add(property + " " + colour);
        }
    }
}
