package dev.sluice.markdown;

import dev.sluice.markdown.storage.StorageParser;
import dev.sluice.markdown.storage.StorageReader;
import dev.sluice.markdown.writing.FrontMatter;
import dev.sluice.markdown.writing.MarkdownWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Converts pages from Confluence's storage format to Markdown. Pure and thread-safe. */
public final class MarkdownConverter {

    /** To be raised with every change that gives the same page other bytes. */
    private static final String RENDERER_VERSION = "5";

    /** Macros that bring headings of other pages. */
    private static final Pattern INCLUDES = Pattern.compile("=\\s*[\"'](?:(?:multi)?excerpt-)?include[^\"']*[\"']");

    private final MarkdownOptions options;
    private final StorageReader reader;

    public MarkdownConverter(MarkdownOptions options) {
        this.options = options;
        this.reader = new StorageReader(options);
    }

    /** Never fails on a body, however ill-formed; the same bytes for the same page and the same answers of {@code links}. */
    public ConvertedPage convert(StoragePage page, LinkResolver links) {
        StorageReader.Content content = reader.read(page, links);
        boolean titled = options.has(MarkdownOptions.Feature.TITLE_HEADING);
        MarkdownWriter.Written written = MarkdownWriter.write(
                new MarkdownWriter.Page(page.title(), titled, content.blocks()), options.flavour());
        String markdown = StorageParser.restore(head(page, content) + written.markdown());
        List<String> broken = new ArrayList<>(content.findings().brokenLinks());
        broken.addAll(written.brokenAnchors());
        return new ConvertedPage(
                markdown.isEmpty() ? "\n" : markdown, content.findings().unhandledMacros(), broken);
    }

    /** Where links of other pages may lead to in a page. */
    public PagePlaces places(StoragePage page) {
        StorageReader.Content content = reader.read(page, new NoLinks());
        PagePlaces own = MarkdownWriter.places(new MarkdownWriter.Page(
                page.title(), options.has(MarkdownOptions.Feature.TITLE_HEADING), content.blocks()));
        boolean includes = INCLUDES.matcher(page.storage()).find();
        Optional<PagePlaces.Place> otherwise = includes ? Optional.empty() : Optional.of(PagePlaces.Place.NOWHERE);
        return anchor -> own.find(anchor).or(() -> otherwise);
    }

    private String head(StoragePage page, StorageReader.Content content) {
        PageMetadata metadata = page.metadata();
        if (metadata == null) {
            return "";
        }
        String front = FrontMatter.of(page, metadata, content.findings().properties(), options.frontMatter());
        boolean crumbs = options.has(MarkdownOptions.Feature.BREADCRUMBS)
                && !metadata.ancestors().isEmpty();
        return crumbs ? front + MarkdownWriter.breadcrumbs(metadata.ancestors(), options.flavour()) : front;
    }

    /** Changes whenever the same page may be written with other bytes: with the renderer's version and its options. */
    public String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha.digest((RENDERER_VERSION + " " + options).getBytes(StandardCharsets.UTF_8));
            return RENDERER_VERSION + "-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
