package dev.sluice.markdown;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How Markdown is written.
 *
 * @param flavour the dialect
 * @param features what is written beyond plain text and structure
 * @param frontMatter the fields written when the page comes with metadata; empty for no front matter
 */
public record MarkdownOptions(Flavour flavour, Set<Feature> features, Set<FrontMatterField> frontMatter) {

    /** What can be turned off, or on. */
    public enum Feature {
        /** A first heading with the title of the page: a body alone does not say what page it is. */
        TITLE_HEADING,
        /** Underlined text as {@code <u>}. */
        UNDERLINE,
        /** Subscript and superscript. */
        SUB_SUP,
        /** Text colours. */
        COLOURS,
        /** Background colours of text and table cells. */
        HIGHLIGHTS,
        /** Sizes of images that differ from the natural one. */
        IMAGE_SIZES,
        /** Pictures from addresses outside of Confluence as files of the export. */
        EXTERNAL_IMAGES,
        /** A line with the titles of the ancestors; off unless asked for. */
        BREADCRUMBS,
        /** Comments that were resolved; off unless asked for. */
        RESOLVED_COMMENTS,
        /** For those who fetch pages: labels also where they cost requests; off unless asked for. */
        LABELS,
        /** For those who fetch pages: the comments on them; off unless asked for. */
        COMMENTS
    }

    /** The fields of the front matter, in the order they are written. */
    public enum FrontMatterField {
        TITLE,
        ID,
        SPACE,
        VERSION,
        STATUS,
        CREATED,
        MODIFIED,
        AUTHORS,
        LABELS,
        SOURCE,
        ANCESTORS,
        PROPERTIES
    }

    public MarkdownOptions {
        features = ordered(features, Feature.class);
        frontMatter = ordered(frontMatter, FrontMatterField.class);
    }

    /** GitHub's dialect with everything but breadcrumbs and what costs requests. */
    public static MarkdownOptions defaults() {
        EnumSet<Feature> features = EnumSet.allOf(Feature.class);
        features.remove(Feature.BREADCRUMBS);
        features.remove(Feature.RESOLVED_COMMENTS);
        features.remove(Feature.LABELS);
        features.remove(Feature.COMMENTS);
        return new MarkdownOptions(Flavour.GITHUB, features, EnumSet.allOf(FrontMatterField.class));
    }

    public MarkdownOptions withFlavour(Flavour other) {
        return new MarkdownOptions(other, features, frontMatter);
    }

    public MarkdownOptions with(Feature feature) {
        EnumSet<Feature> more = EnumSet.of(feature);
        more.addAll(features);
        return new MarkdownOptions(flavour, more, frontMatter);
    }

    public MarkdownOptions without(Feature feature) {
        EnumSet<Feature> fewer = EnumSet.noneOf(Feature.class);
        fewer.addAll(features);
        fewer.remove(feature);
        return new MarkdownOptions(flavour, fewer, frontMatter);
    }

    public MarkdownOptions withFrontMatter(Set<FrontMatterField> fields) {
        return new MarkdownOptions(flavour, features, fields);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    private static <E extends Enum<E>> Set<E> ordered(Set<E> values, Class<E> type) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }
}
