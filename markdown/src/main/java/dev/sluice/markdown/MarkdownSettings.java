package dev.sluice.markdown;

import dev.sluice.markdown.MarkdownOptions.Feature;
import dev.sluice.markdown.MarkdownOptions.FrontMatterField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@link MarkdownOptions} as names and values in words, the form in which people, exports and messages state them:
 * {@code flavour}, {@code front-matter} ({@code all}, {@code none}, or names of fields with commas between), and a name for
 * each {@link Feature}, {@code on} or {@code off}. What is not named is as by default; names with a dot are settings of
 * something else, and are passed over.
 */
public final class MarkdownSettings {

    public static final String FLAVOUR = "flavour";
    public static final String FRONT_MATTER = "front-matter";

    private static final String ALL = "all";
    private static final String NONE = "none";

    private MarkdownSettings() {}

    /** {@link IllegalArgumentException}, with a sentence for people, when a name or a value is not known. */
    public static MarkdownOptions options(Map<String, String> settings) {
        Flavour flavour = settings.containsKey(FLAVOUR)
                ? one(Flavour.class, FLAVOUR, settings.get(FLAVOUR))
                : MarkdownOptions.defaults().flavour();
        MarkdownOptions options = defaults(flavour);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (setting.getKey().contains(".")) {
                continue;
            }
            options = switch (setting.getKey()) {
                case FLAVOUR -> options;
                case FRONT_MATTER -> options.withFrontMatter(fields(setting.getValue()));
                default -> switched(options, setting.getKey(), setting.getValue());
            };
        }
        return options;
    }

    /** The name of a constant in a setting. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** CommonMark takes front matter for a rule and a heading. */
    private static MarkdownOptions defaults(Flavour flavour) {
        MarkdownOptions options = MarkdownOptions.defaults().withFlavour(flavour);
        return flavour == Flavour.COMMONMARK ? options.withFrontMatter(Set.of()) : options;
    }

    private static MarkdownOptions switched(MarkdownOptions options, String name, String value) {
        Feature feature = one(Feature.class, "setting", name);
        return switch (value) {
            case "on" -> options.with(feature);
            case "off" -> options.without(feature);
            default -> throw new IllegalArgumentException("%s is '%s'; it must be on or off.".formatted(name, value));
        };
    }

    private static Set<FrontMatterField> fields(String value) {
        Set<FrontMatterField> fields = EnumSet.noneOf(FrontMatterField.class);
        if (value.equals(ALL)) {
            return EnumSet.allOf(FrontMatterField.class);
        }
        if (!value.equals(NONE)) {
            for (String field : List.of(value.split(",", -1))) {
                fields.add(one(FrontMatterField.class, "field of " + FRONT_MATTER, field.strip()));
            }
        }
        return fields;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String what, String word) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No %s '%s'; there are %s."
                        .formatted(
                                what,
                                word,
                                Arrays.stream(constants)
                                        .map(MarkdownSettings::word)
                                        .collect(Collectors.joining(", ")))));
    }
}
