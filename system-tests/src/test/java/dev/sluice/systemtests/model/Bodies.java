package dev.sluice.systemtests.model;

import dev.sluice.simulator.SimulatedConfluence;
import dev.sluice.simulator.SimulatedPage;
import dev.sluice.simulator.SimulatedSite;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Bodies that refer to other pages and files in every way whose result depends on them. */
final class Bodies {

    private final Random random;
    private final SimulatedConfluence confluence;
    private final List<String> pages;
    private final Titles titles;

    /** {@code pages}: ids of those that may be referred to. */
    Bodies(Random random, SimulatedConfluence confluence, List<String> pages) {
        this.random = random;
        this.confluence = confluence;
        this.pages = pages;
        this.titles = new Titles(random);
    }

    String body() {
        StringBuilder body =
                new StringBuilder("<p>Written as ").append(random.nextInt(1000)).append(".</p>");
        for (int i = random.nextInt(5); i >= 0; i--) {
            body.append(block());
        }
        return body.toString();
    }

    /** A body that holds a picture itself, one of few. */
    String pictured() {
        byte[] picture = {(byte) random.nextInt(3)};
        return body()
                + "<p><ac:image><ri:url ri:value=\"data:image/png;base64,%s\"/></ac:image></p>"
                        .formatted(Base64.getEncoder().encodeToString(picture));
    }

    private String block() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> "<p>See <ac:link>%s</ac:link>.</p>".formatted(page());
            case 2 ->
                "<p>See <ac:link ac:anchor=\"%s\">%s<ac:link-body>it</ac:link-body></ac:link>.</p>"
                        .formatted(heading(), page());
            case 3 -> "<p><a href=\"%s\">by address</a></p>".formatted(escaped(address()));
            case 4 -> "<p><ac:link><ri:attachment ri:filename=\"%s\"/></ac:link></p>".formatted(file());
            case 5 ->
                "<p><ac:image><ri:attachment ri:filename=\"%s\">%s</ri:attachment></ac:image></p>"
                        .formatted(file(), page());
            case 6 -> "<ac:image><ri:attachment ri:filename=\"%s\"/></ac:image>".formatted(file());
            case 7 ->
                macro("include", "<ac:parameter ac:name=\"\"><ac:link>%s</ac:link></ac:parameter>".formatted(page()));
            case 8 ->
                macro(
                        "excerpt-include",
                        "<ac:parameter ac:name=\"\"><ac:link>%s</ac:link></ac:parameter>".formatted(page()));
            case 9 ->
                macro("excerpt", "<ac:rich-text-body><p>Part %d</p></ac:rich-text-body>".formatted(random.nextInt(9)));
            case 10 ->
                macro("children", "<ac:parameter ac:name=\"depth\">%d</ac:parameter>".formatted(1 + random.nextInt(3)));
            case 11 -> macro("pagetree", "");
            case 12 -> macro(random.nextBoolean() ? "attachments" : "gallery", "");
            default -> "<h2>%s</h2>".formatted(heading());
        };
    }

    /** Few enough that links often lead to one that is there, or was. */
    private String heading() {
        return random.nextInt(4) == 0 ? escaped(titles.title()) : "Part " + random.nextInt(3);
    }

    private static String macro(String name, String content) {
        return "<ac:structured-macro ac:name=\"%s\">%s</ac:structured-macro>".formatted(name, content);
    }

    /** A page that exists, or perhaps not. */
    private String page() {
        if (pages.isEmpty() || random.nextInt(6) == 0) {
            return "<ri:page ri:content-title=\"%s\"/>".formatted(escaped(titles.title()));
        }
        SimulatedPage page = somePage();
        String space = random.nextBoolean() ? " ri:space-key=\"%s\"".formatted(page.spaceKey()) : "";
        return "<ri:page%s ri:content-title=\"%s\"/>".formatted(space, escaped(page.title()));
    }

    private String address() {
        SimulatedPage page = pages.isEmpty() ? null : somePage();
        String id = page == null ? "1" : page.id();
        return switch (random.nextInt(3)) {
            case 0 -> "%s/pages/viewpage.action?pageId=%s".formatted(confluence.baseUrl(), id);
            case 1 -> "%s/spaces/ENG/pages/%s/Title".formatted(confluence.baseUrl(), id);
            default -> "%s/spaces/ENG/overview".formatted(confluence.baseUrl());
        };
    }

    private SimulatedPage somePage() {
        return confluence.site().page(pages.get(random.nextInt(pages.size())));
    }

    private String file() {
        SimulatedSite site = confluence.site();
        if (!pages.isEmpty() && random.nextBoolean()) {
            var files = site.attachments(pages.get(random.nextInt(pages.size())));
            if (!files.isEmpty()) {
                return escaped(files.getFirst().fileName());
            }
        }
        return escaped(titles.fileName());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
