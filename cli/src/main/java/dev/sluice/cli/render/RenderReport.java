package dev.sluice.cli.render;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the files of a folder.
 *
 * @param converted files that became Markdown
 * @param failed the others, and folders that could not be looked into
 * @param unhandledMacros macros without a renderer of their own, by name
 * @param brokenLinks what pages refer to and nobody knows, and attachments that are not there
 * @param bytes of Markdown
 * @param milliseconds from beginning to end
 */
record RenderReport(
        int converted,
        List<Failure> failed,
        @JsonProperty("unhandled_macros") SortedMap<String, MacroUse> unhandledMacros,
        @JsonProperty("broken_links") List<BrokenLink> brokenLinks,
        long bytes,
        long milliseconds) {

    RenderReport {
        failed = List.copyOf(failed);
        unhandledMacros = new TreeMap<>(unhandledMacros);
        brokenLinks = List.copyOf(brokenLinks);
    }

    /** A file that could not be converted; the message is a sentence for people. */
    record Failure(String file, String message) {}

    /** How often a macro occurs, and in which files. */
    record MacroUse(int count, List<String> files) {
        MacroUse {
            files = List.copyOf(files);
        }
    }

    /** A link of a file that leads nowhere, in words. */
    record BrokenLink(String file, String target) {}
}
