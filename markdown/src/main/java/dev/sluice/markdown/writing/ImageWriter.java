package dev.sluice.markdown.writing;

import dev.sluice.markdown.Flavour;
import dev.sluice.markdown.document.Inline;
import java.util.Optional;

/** Writes images: as Markdown, or as HTML where a size or a place beside the text has no Markdown form. */
final class ImageWriter {

    private final Flavour flavour;
    private final Hrefs hrefs;
    private final Escaper escaper;

    ImageWriter(Flavour flavour, Hrefs hrefs, Escaper escaper) {
        this.flavour = flavour;
        this.hrefs = hrefs;
        this.escaper = escaper;
    }

    void write(StringBuilder out, Inline.Image image) {
        Optional<String> source = hrefs.of(image.source());
        if (source.isEmpty()) {
            text(out, image.alt());
            out.append(Html.comment("broken image: " + hrefs.describe(image.source())));
            return;
        }
        Inline.Frame frame = image.frame();
        boolean natural = frame.equals(Inline.Frame.NATURAL);
        if (!natural && (flavour == Flavour.GITHUB || flavour == Flavour.COMMONMARK)) {
            out.append(Html.image(source.get(), image));
            return;
        }
        out.append("![");
        text(out, image.alt());
        if (!natural && flavour == Flavour.OBSIDIAN && !frame.width().isEmpty()) {
            out.append('|').append(frame.width());
            out.append(frame.height().isEmpty() ? "" : "x" + frame.height());
        }
        out.append("](").append(MarkWriter.inParentheses(source.get()));
        MarkWriter.title(out, image.title());
        out.append(')');
        if (!natural && flavour == Flavour.PANDOC) {
            attributes(out, frame);
        }
    }

    private void text(StringBuilder out, String alt) {
        String line = Chars.joined(alt, ' ').strip();
        escaper.append(out, line, new Escaper.Position(false, true, ']'));
    }

    private static void attributes(StringBuilder out, Inline.Frame frame) {
        StringBuilder attributes = new StringBuilder();
        if (!frame.width().isEmpty()) {
            attributes.append(" width=").append(frame.width());
        }
        if (!frame.height().isEmpty()) {
            attributes.append(" height=").append(frame.height());
        }
        if (!attributes.isEmpty()) {
            out.append('{').append(attributes.toString().strip()).append('}');
        }
    }
}
