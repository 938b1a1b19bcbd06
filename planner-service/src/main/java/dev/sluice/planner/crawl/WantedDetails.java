package dev.sluice.planner.crawl;

import dev.sluice.markdown.MarkdownOptions;
import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.MarkdownOptions.FrontMatterField;
import dev.sluice.markdown.MarkdownSettings;
import java.util.Map;

/** What of a page is exported besides its body. */
public record WantedDetails(Labels labels, boolean authors, boolean comments) {

    /** As far as it is known without asking for it. */
    public static final WantedDetails AS_LISTED = new WantedDetails(Labels.AS_LISTED, true, false);

    /** Which labels. */
    public enum Labels {
        NONE,
        /** Where the listing of pages brings them along. */
        AS_LISTED,
        /** All, also at further requests. */
        ALL
    }

    /** By how Markdown is written: see {@link MarkdownSettings}. */
    public static WantedDetails of(Map<String, String> settings) {
        MarkdownOptions options = MarkdownSettings.options(settings);
        boolean said = settings.containsKey(MarkdownSettings.word(Feature.LABELS));
        Labels labels = options.has(Feature.LABELS) ? Labels.ALL : said ? Labels.NONE : Labels.AS_LISTED;
        return new WantedDetails(
                labels, options.frontMatter().contains(FrontMatterField.AUTHORS), options.has(Feature.COMMENTS));
    }
}
