package dev.sluice.cli.render;

import java.nio.file.Path;

/**
 * A file in storage format, and the page that it becomes.
 *
 * @param file where it is
 * @param source its path relative to the folder that is converted, with {@code /} between the parts
 * @param title of the page: the name of the file without its extension
 * @param output path of the Markdown, relative to the folder that is written
 */
record StorageFile(Path file, String source, String title, String output) {

    /** The folder of the page, with a slash at the end; empty at the top. */
    String folder() {
        return output.substring(0, output.lastIndexOf('/') + 1);
    }

    /** Where the attachments of the page lie in an export. */
    String attachments() {
        return output.substring(0, output.length() - ".md".length()) + "/_attachments/";
    }
}
