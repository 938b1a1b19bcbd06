package dev.sluice.markdown.writing;

import dev.sluice.markdown.MarkdownOptions.FrontMatterField;
import dev.sluice.markdown.PageMetadata;
import dev.sluice.markdown.StoragePage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes YAML front matter. Strings are always quoted, so that no title turns into a number, a date or a list. */
public final class FrontMatter {

    private final StringBuilder yaml = new StringBuilder("---\n");

    private FrontMatter() {}

    /** Ends with an empty line; empty when there is nothing to write. */
    public static String of(
            StoragePage page, PageMetadata metadata, Map<String, String> properties, Set<FrontMatterField> fields) {
        FrontMatter front = new FrontMatter();
        for (FrontMatterField field : fields) {
            switch (field) {
                case TITLE -> front.text("title", page.title());
                case ID -> front.text("id", page.id());
                case SPACE -> front.text("space", page.spaceKey());
                case VERSION -> front.number("version", metadata.version());
                case STATUS -> front.text("status", metadata.status());
                case CREATED -> front.time("created", metadata.created());
                case MODIFIED -> front.time("modified", metadata.modified());
                case AUTHORS -> front.list("authors", metadata.authors());
                case LABELS -> front.list("labels", metadata.labels());
                case SOURCE -> front.text("source", metadata.sourceUrl());
                case ANCESTORS -> front.list("ancestors", metadata.ancestors());
                case PROPERTIES -> front.map("properties", properties);
            }
        }
        return fields.isEmpty() ? "" : front.yaml.append("---\n\n").toString();
    }

    private void text(String key, String value) {
        if (!value.isEmpty()) {
            yaml.append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    private void number(String key, int value) {
        if (value > 0) {
            yaml.append(key).append(": ").append(value).append('\n');
        }
    }

    private void time(String key, @Nullable Instant value) {
        if (value != null) {
            yaml.append(key).append(": ").append(value).append('\n');
        }
    }

    private void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            yaml.append(key).append(":\n");
            values.forEach(value -> yaml.append("  - ").append(quoted(value)).append('\n'));
        }
    }

    private void map(String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            yaml.append(key).append(":\n");
            values.forEach((name, value) -> yaml.append("  ")
                    .append(quoted(name))
                    .append(": ")
                    .append(quoted(value))
                    .append('\n'));
        }
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean hidden =
                            c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029' || c == '\ufeff';
                    quoted.append(hidden ? String.format("\\u%04x", (int) c) : Character.toString(c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
