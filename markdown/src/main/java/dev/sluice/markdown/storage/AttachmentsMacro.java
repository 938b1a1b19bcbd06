package dev.sluice.markdown.storage;

import dev.sluice.markdown.document.Block;
import dev.sluice.markdown.document.Block.Alignment;
import dev.sluice.markdown.document.Destination;
import dev.sluice.markdown.document.Inline;
import dev.sluice.markdown.document.Mark;
import dev.sluice.markdown.document.Mark.Style;
import dev.sluice.markdown.document.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lists of the files of the page, and galleries of its images, as far as the caller knows the files. */
final class AttachmentsMacro implements MacroRenderer {

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp");

    @Override
    public Set<String> macros() {
        return Set.of("attachments", "gallery");
    }

    @Override
    public void render(Macro macro, RenderContext context) {
        context.out().block(new Block.Comment(MacroNotes.describe(macro)));
        boolean ownPage = !context.isIncluded()
                && macro.reference("page").isEmpty()
                && macro.parameter("page").isEmpty();
        List<String> names = ownPage ? context.links().attachmentNames() : List.of();
        if (macro.name().equals("gallery")) {
            gallery(macro, names, context);
        } else {
            files(names, context);
        }
    }

    private static void files(List<String> names, RenderContext context) {
        List<Block.Item> items = new ArrayList<>();
        for (String name : names) {
            context.destinations().attached(name).ifPresent(file -> items.add(item(name, file)));
        }
        if (!items.isEmpty()) {
            context.out().block(new Block.Listing(false, 1, items));
        }
    }

    private static Block.Item item(String name, Destination file) {
        Inline text = new Inline.Text(name, Marks.NONE.with(new Mark.Link(file, "")));
        return new Block.Item(Block.Task.NONE, List.of(new Block.Paragraph(List.of(text), Alignment.NONE)));
    }

    private static void gallery(Macro macro, List<String> names, RenderContext context) {
        if (!macro.parameter("title").isEmpty()) {
            Inline title = new Inline.Text(macro.parameter("title"), Marks.NONE.with(Style.STRONG));
            context.out().block(new Block.Paragraph(List.of(title), Alignment.NONE));
        }
        Set<String> included = list(macro.parameter("include"));
        Set<String> excluded = list(macro.parameter("exclude"));
        List<Inline> images = new ArrayList<>();
        for (String name : names) {
            Optional<Destination> file = context.destinations().attached(name);
            boolean wanted = included.isEmpty() ? !excluded.contains(name) : included.contains(name);
            if (wanted && file.isPresent() && isPicture(name)) {
                images.add(new Inline.Image(file.get(), name, "", Inline.Frame.NATURAL, Marks.NONE));
                images.add(new Inline.Text(" ", Marks.NONE));
            }
        }
        if (!images.isEmpty()) {
            context.out().block(new Block.Paragraph(images, Alignment.NONE));
        }
    }

    private static boolean isPicture(String name) {
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Set<String> list(String names) {
        return names.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(names.split("\\s*,\\s*", -1)));
    }
}
