package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Item;
import dev.sluice.markdown.document.Block.Listing;
import dev.sluice.markdown.document.Block.Task;
import dev.sluice.markdown.document.Inline;
import java.util.List;

/** Writes lists: tight when every entry is a paragraph and perhaps lists below it. */
final class ListWriter {

    /** The kind of marker that the list before has, so that two lists in a row do not become one. */
    enum Marker {
        NONE,
        BULLET,
        OTHER_BULLET,
        NUMBER,
        OTHER_NUMBER
    }

    private final Flavour flavour;
    private final Output out;
    private final MarkdownWriter writer;

    ListWriter(Flavour flavour, Output out, MarkdownWriter writer) {
        this.flavour = flavour;
        this.out = out;
        this.writer = writer;
    }

    Marker write(Listing list, Marker before) {
        Marker marker = next(list.ordered(), before);
        boolean tight = isTight(list);
        int number = list.start();
        boolean first = true;
        for (Item item : list.items()) {
            if (!first && !tight) {
                out.separate();
            }
            String sign = sign(marker, number++);
            item(item, sign, tight);
            first = false;
        }
        return marker;
    }

    /** The marker of a list after another, which ends that one. */
    Marker next(boolean ordered, Marker before) {
        if (flavour == Flavour.PANDOC && before != Marker.NONE) {
            out.line("<!-- -->");
            out.separate();
        }
        if (ordered) {
            return before == Marker.NUMBER ? Marker.OTHER_NUMBER : Marker.NUMBER;
        }
        return before == Marker.BULLET ? Marker.OTHER_BULLET : Marker.BULLET;
    }

    static String sign(Marker marker, int number) {
        return switch (marker) {
            case NUMBER -> number + ".";
            case OTHER_NUMBER -> number + ")";
            case OTHER_BULLET -> "*";
            case NONE, BULLET -> "-";
        };
    }

    private void item(Item item, String sign, boolean tight) {
        boolean nested = out.atMarker();
        String rest = " ".repeat(sign.length() + 1);
        if (item.content().isEmpty() && item.task() == Task.NONE) {
            // A line of nothing but markers would be a rule.
            out.within(sign + " ", rest, () -> out.line(nested ? "<!-- empty -->" : ""));
            return;
        }
        out.within(sign + " ", rest, () -> content(item, tight));
    }

    private void content(Item item, boolean tight) {
        String box = switch (item.task()) {
            case NONE -> "";
            case OPEN -> "[ ] ";
            case DONE -> "[x] ";
        };
        if (box.isEmpty()) {
            writer.blocks(item.content(), tight);
        } else if (!item.content().isEmpty() && item.content().getFirst() instanceof Block.Paragraph) {
            out.within(box, "", () -> writer.blocks(item.content(), tight));
        } else {
            out.line(box.strip());
            boolean list = !item.content().isEmpty() && item.content().getFirst() instanceof Listing;
            if (!list) {
                out.separate();
            }
            writer.blocks(item.content(), tight);
        }
    }

    private static boolean isTight(Listing list) {
        for (Item item : list.items()) {
            if (!isTight(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTight(Item item) {
        List<Block> content = item.content();
        if (content.size() <= 1) {
            return item.task() == Task.NONE || content.isEmpty() || !(content.getFirst() instanceof Listing);
        }
        if (!(content.getFirst() instanceof Block.Paragraph paragraph) || isOneTag(paragraph)) {
            return false;
        }
        for (int i = 1; i < content.size(); i++) {
            if (!follows(content.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A line of nothing but a tag, as a sized image is, begins HTML, which only an empty line ends. */
    private static boolean isOneTag(Block.Paragraph paragraph) {
        for (Inline inline : paragraph.content()) {
            boolean tag = switch (inline) {
                case Inline.Text text -> text.text().isBlank();
                case Inline.Image image -> !image.frame().equals(Inline.Frame.NATURAL);
                case Inline.Code _, Inline.Break _, Inline.Anchor _, Inline.Comment _, Inline.Formula _ -> false;
            };
            if (!tag) {
                return false;
            }
        }
        return true;
    }

    /** Whether a list can follow a paragraph without an empty line: not with another number than 1, not empty. */
    private static boolean follows(Block block) {
        return block instanceof Listing list
                && (!list.ordered() || list.start() == 1)
                && !list.items().getFirst().content().isEmpty();
    }
}
