package dev.sluice.planner.path;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an export lays out its files: templates by the names {@link #PAGE} and {@link #ATTACHMENT}; what is not said, or
 * {@value #DEFAULT}, is as by default.
 *
 * @param page null for the default
 * @param attachment null for the default
 */
public record PathTemplates(@Nullable String page, @Nullable String attachment) {

    /** Name of the template for pages. */
    public static final String PAGE = "page";

    /** Name of the template for attachments. */
    public static final String ATTACHMENT = "attachment";

    /** Stands for the template that is used when none is given. */
    public static final String DEFAULT = "default";

    static final String DEFAULT_PAGE = "{space_key}/{ancestor_titles}/{page_title}.md";
    static final String DEFAULT_ATTACHMENT = "{page_path}/_attachments/{attachment_title}";

    private static final Set<String> OF_PAGES =
            Set.of("space_key", "space_name", "homepage_id", "homepage_title", "page_id", "page_title");
    private static final Set<String> LISTS = Set.of("ancestor_ids", "ancestor_titles");
    private static final Set<String> LISTS_OF_FILES = Set.of("ancestor_ids", "ancestor_titles", "page_path");

    /** Everything as by default. */
    public static final PathTemplates DEFAULTS = new PathTemplates(null, null);

    /** {@link IllegalArgumentException} with a sentence that says what is wrong when a template cannot be. */
    public PathTemplates {
        pageTemplate(page);
        attachmentTemplate(attachment);
    }

    /** The templates of these settings; names that are unknown are an {@link IllegalArgumentException}. */
    public static PathTemplates of(@Nullable Map<String, String> settings) {
        if (settings == null) {
            return DEFAULTS;
        }
        for (String name : settings.keySet()) {
            if (!name.equals(PAGE) && !name.equals(ATTACHMENT)) {
                throw new IllegalArgumentException(
                        "There is no path template for '%s'; there are %s and %s.".formatted(name, PAGE, ATTACHMENT));
            }
        }
        return new PathTemplates(unlessDefault(settings.get(PAGE)), unlessDefault(settings.get(ATTACHMENT)));
    }

    private static @Nullable String unlessDefault(@Nullable String template) {
        return template == null || template.equals(DEFAULT) ? null : template;
    }

    /** Whether nothing is laid out otherwise than by default. */
    public boolean areDefault() {
        return page == null && attachment == null;
    }

    PathTemplate pageTemplate() {
        return pageTemplate(page);
    }

    PathTemplate attachmentTemplate() {
        return attachmentTemplate(attachment);
    }

    private static PathTemplate pageTemplate(@Nullable String template) {
        String given = template == null ? DEFAULT_PAGE : template;
        if (!given.endsWith(".md")) {
            throw new IllegalArgumentException("The path template '" + given + "' must end with .md.");
        }
        return PathTemplate.parse(given, OF_PAGES, LISTS, Set.of("page_id", "page_title"));
    }

    private static PathTemplate attachmentTemplate(@Nullable String template) {
        Set<String> known = new TreeSet<>(OF_PAGES);
        known.addAll(Set.of("attachment_id", "attachment_title", "attachment_file_id", "attachment_extension"));
        return PathTemplate.parse(
                template == null ? DEFAULT_ATTACHMENT : template,
                known,
                LISTS_OF_FILES,
                Set.of("attachment_id", "attachment_title", "attachment_file_id"));
    }
}
