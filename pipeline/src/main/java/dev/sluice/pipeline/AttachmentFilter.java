package dev.sluice.pipeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which attachments an export takes. It follows from the settings of the run, so that every service comes to the same
 * answer. Pages link to the others where the site has them.
 *
 * @param largest in bytes; larger ones are not exported
 * @param only media types that are exported, as in {@code image/png} or {@code image/*}; empty for all
 * @param not media types that are not
 */
public record AttachmentFilter(long largest, List<String> only, List<String> not) {

    /** Largest size: bytes, or a number with {@code K}, {@code M} or {@code G}; {@code none} for any size. */
    public static final String MAX_SIZE = "attachments.max-size";

    /** Media types with commas between; those that begin with {@code !} are left out; {@code all} for all. */
    public static final String TYPES = "attachments.types";

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KMG]?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("!?[a-z0-9][a-z0-9.+_-]*/([a-z0-9][a-z0-9.+_-]*|\\*)");

    /** Takes all of them. */
    public static final AttachmentFilter EVERYTHING = new AttachmentFilter(Long.MAX_VALUE, List.of(), List.of());

    public AttachmentFilter {
        only = List.copyOf(only);
        not = List.copyOf(not);
    }

    /** What the settings of an export say; {@link IllegalArgumentException}, with a sentence for people, when they cannot be. */
    public static AttachmentFilter of(Map<String, String> settings) {
        settings.keySet().stream()
                .filter(name -> name.startsWith("attachments.") && !name.equals(MAX_SIZE) && !name.equals(TYPES))
                .findFirst()
                .ifPresent(AttachmentFilter::refuse);
        List<String> only = new ArrayList<>();
        List<String> not = new ArrayList<>();
        String types = settings.getOrDefault(TYPES, "all").strip().toLowerCase(Locale.ROOT);
        if (!types.equals("all")) {
            for (String one : types.split(",", -1)) {
                String type = requireType(one.strip());
                (type.startsWith("!") ? not : only).add(type.replace("!", ""));
            }
        }
        return new AttachmentFilter(size(settings.getOrDefault(MAX_SIZE, "none").strip()), only, not);
    }

    /** Why it is not exported, as one sentence; empty when it is. */
    public Optional<String> refusal(Resource resource) {
        if (!(resource instanceof AttachmentResource file) || equals(EVERYTHING)) {
            return Optional.empty();
        }
        if (file.size() > largest) {
            return Optional.of("It has %d bytes; the export takes up to %d.".formatted(file.size(), largest));
        }
        String type = file.mediaType().toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        boolean wanted = (only.isEmpty() || matches(only, type)) && !matches(not, type);
        return wanted ? Optional.empty() : Optional.of("The export takes no files of type %s.".formatted(type));
    }

    /** Whether it has a file in the export. */
    public boolean takes(Resource resource) {
        return refusal(resource).isEmpty();
    }

    /**
     * What a page that asks for it is told: its path; or, for what is not exported, where people find it, relative to the
     * site's base URL. That begins with a slash, as no path of the export does.
     */
    public String answer(Resource resource) {
        if (resource instanceof AttachmentResource file && !takes(file)) {
            String name =
                    URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
            return "/download/attachments/" + file.container().id() + "/" + name;
        }
        return resource.path();
    }

    private static boolean matches(List<String> patterns, String type) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("/*")
                        ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                        : type.equals(pattern));
    }

    private static void refuse(String name) {
        throw new IllegalArgumentException("No setting '%s'; there are %s and %s.".formatted(name, MAX_SIZE, TYPES));
    }

    private static String requireType(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no media type; give them as in image/*,application/pdf or !video/*.".formatted(type));
        }
        return type;
    }

    private static long size(String text) {
        if (text.equalsIgnoreCase("none")) {
            return Long.MAX_VALUE;
        }
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new IllegalArgumentException("'%s' is no size; give it as in 50M, or none.".formatted(text));
        }
        String unit = size.group(2).toUpperCase(Locale.ROOT);
        return Long.parseLong(size.group(1)) << (unit.isEmpty() ? 0 : 10 * ("KMG".indexOf(unit) + 1));
    }
}
