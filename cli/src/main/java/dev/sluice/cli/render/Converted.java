package dev.sluice.cli.render;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param failure why there is no Markdown, as a sentence; null when there is
 * @param attachments that it refers to and that are there; paths relative to the folder
 * @param bytes of Markdown
 */
record Converted(
        StorageFile file,
        @Nullable String failure,
        Map<String, Integer> unhandledMacros,
        List<String> brokenLinks,
        Set<String> attachments,
        long bytes) {

    Converted {
        unhandledMacros = Map.copyOf(unhandledMacros);
        brokenLinks = List.copyOf(brokenLinks);
        attachments = Set.copyOf(attachments);
    }

    static Converted failed(StorageFile file, String why) {
        return new Converted(file, why, Map.of(), List.of(), Set.of(), 0);
    }
}
