package dev.sluice.simulator.content;

import dev.sluice.simulator.Mode;
import java.util.List;
import java.util.UUID;

/** Text with inline styles, links, mentions and the like. */
final class Inline {

    private static final List<String> COLOURS = List.of("Grey", "Red", "Yellow", "Green", "Blue", "Purple");
    private static final List<String> EMOTICONS =
            List.of("smile", "tick", "cross", "warning", "thumbs-up", "information", "blue-star");

    private final Dice dice;
    private final PageBodies bodies;
    private final PageBodies.Place place;

    Inline(Dice dice, PageBodies bodies, PageBodies.Place place) {
        this.dice = dice;
        this.bodies = bodies;
        this.place = place;
    }

    /** One to four sentences, some of them with markup. */
    String text() {
        StringBuilder text = new StringBuilder();
        int sentences = 1 + dice.below(4);
        for (int i = 0; i < sentences; i++) {
            text.append(i == 0 ? "" : " ").append(sentence());
        }
        return text.toString();
    }

    String sentence() {
        String sentence = Words.sentence(dice);
        return switch (dice.below(14)) {
            case 0 -> "<strong>" + sentence + "</strong>";
            case 1 -> sentence.replace(" the ", " <em>the</em> ");
            case 2 -> sentence + " See <code>" + Words.noun(dice) + "_id &lt; " + dice.below(100) + "</code>.";
            case 3 ->
                sentence + " <u>" + Words.capital(Words.noun(dice))
                        + "</u>&nbsp;&ndash; x<sup>2</sup>, H<sub>2</sub>O.";
            case 4 -> "<s>" + sentence + "</s> " + Words.sentence(dice);
            case 5 -> "<span style=\"color: rgb(255,86,48);\">" + sentence + "</span>";
            case 6 -> sentence + " " + pageLink();
            case 7 -> sentence + " " + pageLink();
            case 8 -> sentence + " " + attachmentLink();
            case 9 -> sentence + " Ask " + mention() + " " + emoticon();
            case 10 -> sentence + " " + status();
            case 11 ->
                sentence + " <a href=\"https://example.com/" + Words.noun(dice) + "?a=1&amp;b=2\">"
                        + Words.adjective(dice) + " " + Words.noun(dice) + "</a>";
            default -> sentence;
        };
    }

    /** A link by title: mostly within the space, some to another one, a few to a page that does not exist. */
    String pageLink() {
        int kind = dice.below(100);
        if (kind < 4) {
            return link("<ri:page ri:content-title=\"Missing page " + dice.below(1000) + "\"" + "/>", "a missing page");
        }
        int space = place.spaceIndex();
        if (kind < 16 && bodies.shape().spaces() > 1) {
            space = dice.below(bodies.shape().spaces());
        }
        String title = bodies.titles().title(space, dice.below(bodies.shape().pagesPerSpace()));
        String key = PageTitles.spaceKey(space);
        String spaceKey = key.equals(place.spaceKey()) ? "" : " ri:space-key=\"" + key + "\"";
        String page = "<ri:page" + spaceKey + " ri:content-title=\"" + Xml.escape(title) + "\""
                + (bodies.mode() == Mode.CLOUD ? " ri:version-at-save=\"1\"" : "") + " />";
        return dice.chance(30) ? "<ac:link>" + page + "</ac:link>" : link(page, title);
    }

    private static String link(String target, String text) {
        return "<ac:link>" + target + "<ac:plain-text-link-body>" + Xml.cdata(text)
                + "</ac:plain-text-link-body></ac:link>";
    }

    String attachmentLink() {
        if (bodies.shape().attachmentsPerPage() == 0) {
            return pageLink();
        }
        return link("<ri:attachment ri:filename=\"" + Xml.escape(ownAttachment()) + "\" />", "the file");
    }

    String ownAttachment() {
        int index = dice.below(bodies.shape().attachmentsPerPage());
        return bodies.names().name(place.spaceIndex(), place.ordinal(), index);
    }

    boolean hasAttachments() {
        return bodies.shape().attachmentsPerPage() > 0;
    }

    String mention() {
        String id = People.id(bodies.mode(), dice.below(People.COUNT));
        String attribute = bodies.mode() == Mode.CLOUD ? "ri:account-id" : "ri:userkey";
        return "<ac:link><ri:user " + attribute + "=\"" + id + "\" /></ac:link>";
    }

    String emoticon() {
        return "<ac:emoticon ac:name=\"" + dice.pick(EMOTICONS) + "\" />";
    }

    String status() {
        return "<ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\" ac:macro-id=\"" + macroId()
                + "\"><ac:parameter ac:name=\"colour\">" + dice.pick(COLOURS)
                + "</ac:parameter><ac:parameter ac:name=\"title\">" + Words.adjective(dice)
                + "</ac:parameter></ac:structured-macro>";
    }

    String macroId() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }
}
