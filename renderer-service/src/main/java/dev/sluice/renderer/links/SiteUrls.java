package dev.sluice.renderer.links;

import dev.sluice.pipeline.ImageAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of one Confluence: which page one means, and which one leads to a page. */
final class SiteUrls {

    private static final Pattern BY_ID =
            Pattern.compile("/spaces/[^/?#]+/(?:pages/(?:edit-v2/)?|blog/[0-9]{4}/[0-9]{2}/[0-9]{2}/)([0-9]+)"
                    + "|[?&]pageId=([0-9]+)");
    private static final Pattern BLOG_POST =
            Pattern.compile("/display/([^/?#]+)/([0-9]{4}/[0-9]{2}/[0-9]{2})/([^/?#]+)$");
    private static final Pattern BY_TITLE = Pattern.compile("/display/([^/?#]+)/([^/?#]+)$");

    private static final Pattern FILE =
            Pattern.compile("/download/(?:attachments|thumbnails)/([0-9]+)/([^/?#]+)([?#].*)?");

    /** An attachment as an address names it. */
    record NamedFile(String pageId, String fileName) {}

    /** A page or blog post as an address names it: by id, or by space, title and, for a blog post, day. */
    sealed interface Named {
        record ById(String id) implements Named {}

        record ByTitle(String spaceKey, String title) implements Named {}

        record BlogPost(String spaceKey, LocalDate day, String title) implements Named {}
    }

    private final String base;
    private final String origin;

    SiteUrls(String baseUrl) {
        this.base = baseUrl;
        URI uri = URI.create(baseUrl);
        this.origin = uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The address with scheme and host; those that have none are the site's own. */
    String absolute(String url) {
        return url.startsWith("/") && !url.startsWith("//") ? origin + url : url;
    }

    /** The page of this site that an absolute address leads to, when it has no fragment. */
    Optional<Named> page(String absolute) {
        if (!absolute.startsWith(base + "/") || absolute.indexOf('#') >= 0) {
            return Optional.empty();
        }
        String rest = absolute.substring(base.length());
        Matcher id = BY_ID.matcher(rest);
        if (id.find()) {
            return Optional.of(new Named.ById(id.group(1) == null ? id.group(2) : id.group(1)));
        }
        Matcher post = BLOG_POST.matcher(rest);
        if (post.find()) {
            return day(post.group(2)).flatMap(day -> decoded(post, day));
        }
        Matcher title = BY_TITLE.matcher(rest);
        return title.find() ? decoded(title) : Optional.empty();
    }

    /** The attachment of this site that an absolute address leads to. */
    Optional<NamedFile> file(String absolute) {
        if (!absolute.startsWith(base + "/")) {
            return Optional.empty();
        }
        Matcher file = FILE.matcher(absolute.substring(base.length()));
        try {
            return file.matches() ? Optional.of(new NamedFile(file.group(1), decode(file.group(2)))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an address in its canonical form is one of this site. */
    boolean isOwn(String canonical) {
        return ImageAddress.canonical(origin).filter(canonical::startsWith).isPresent();
    }

    /** A day as Confluence writes it in addresses and links, {@code 2026/01/31}; empty when it is none. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-')));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Named> decoded(Matcher post, LocalDate day) {
        try {
            return Optional.of(new Named.BlogPost(decode(post.group(1)), day, decode(post.group(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Named> decoded(Matcher title) {
        try {
            return Optional.of(new Named.ByTitle(decode(title.group(1)), decode(title.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address that all products of a Cloud site share; empty for a Data Center. */
    Optional<String> cloudOrigin() {
        return origin.endsWith(".atlassian.net") ? Optional.of(origin) : Optional.empty();
    }

    String page(String spaceKey, String title) {
        return base + "/display/" + encode(spaceKey) + "/" + encode(title);
    }

    /** The address of a path below the base URL. */
    String below(String path) {
        return base + path;
    }

    String pageId(String id) {
        return base + "/pages/viewpage.action?pageId=" + id;
    }

    String blogPost(String spaceKey, String title, String postingDay) {
        return base + "/display/" + encode(spaceKey) + "/" + postingDay + "/" + encode(title);
    }

    String space(String spaceKey) {
        return base + "/display/" + encode(spaceKey);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
