package dev.sluice.cli.render;

import dev.sluice.markdown.ConvertedPage;
import dev.sluice.markdown.MarkdownConverter;
import dev.sluice.markdown.MarkdownSettings;
import dev.sluice.markdown.PageMetadata;
import dev.sluice.markdown.StoragePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Converts single files. Thread-safe; however many threads convert, what they hold at a time is bounded. */
final class FileConverter {

    /** Confluence itself takes 5 MiB. */
    static final int LARGEST_MIB = 16;

    private static final int KIB = 1024;
    private static final int UNDER_WAY_KIB = LARGEST_MIB * KIB;

    /** Where the Markdown of a page goes. */
    interface Sink {
        void accept(StorageFile file, byte[] markdown) throws IOException;
    }

    private final StorageFolder folder;
    private final MarkdownConverter converter;
    private final @Nullable PageMetadata metadata;
    private final Semaphore underWay = new Semaphore(UNDER_WAY_KIB);

    /** {@code settings}: see {@link MarkdownSettings}. Front matter is written only when they ask for it. */
    FileConverter(StorageFolder folder, Map<String, String> settings) {
        this.folder = folder;
        this.converter = new MarkdownConverter(MarkdownSettings.options(settings));
        this.metadata = settings.containsKey(MarkdownSettings.FRONT_MATTER)
                ? new PageMetadata(0, "", null, null, List.of(), List.of(), "", List.of(), List.of())
                : null;
    }

    /** Converts the file; what goes wrong with it is said in the answer. */
    Converted convert(StorageFile file, Sink sink) {
        try {
            long size = Files.size(file.file());
            if (size > (long) LARGEST_MIB << 20) {
                return Converted.failed(
                        file,
                        "It is larger than %d MiB, which no page of Confluence is; split it.".formatted(LARGEST_MIB));
            }
            int share = (int) (size / KIB) + 1;
            underWay.acquireUninterruptibly(Math.min(share, UNDER_WAY_KIB));
            try {
                return convert(file, Files.readAllBytes(file.file()), sink);
            } finally {
                underWay.release(Math.min(share, UNDER_WAY_KIB));
            }
        } catch (RuntimeException e) {
            return Converted.failed(file, "It cannot be converted by a defect in Sluice (%s).".formatted(e));
        } catch (IOException e) {
            return Converted.failed(file, "It cannot be converted: %s.".formatted(Reasons.of(e)));
        }
    }

    private Converted convert(StorageFile file, byte[] storage, Sink sink) throws IOException {
        FolderLinks links = new FolderLinks(folder, file, converter::places);
        String id = file.title().matches("[0-9]+") ? file.title() : "";
        ConvertedPage page =
                converter.convert(new StoragePage(id, "", file.title(), file.output(), text(storage), metadata), links);
        byte[] markdown = page.markdown().getBytes(StandardCharsets.UTF_8);
        sink.accept(file, markdown);
        List<String> broken = new ArrayList<>(page.brokenLinks());
        broken.addAll(links.missing());
        return new Converted(file, null, page.unhandledMacros(), broken, links.files(), markdown.length);
    }

    /** Without the byte order mark that some editors leave. */
    static String text(byte[] storage) {
        String text = new String(storage, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
