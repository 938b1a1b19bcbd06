package dev.sluice.markdown.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The content of a {@code data:} address (RFC 2397). */
final class DataUrl {

    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/gif", "gif",
            "image/svg+xml", "svg",
            "image/webp", "webp",
            "image/bmp", "bmp",
            "image/avif", "avif",
            "image/tiff", "tiff",
            "image/x-icon", "ico");

    private final String mediaType;
    private final byte[] content;

    private DataUrl(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content;
    }

    static boolean is(String url) {
        return url.regionMatches(true, 0, "data:", 0, 5);
    }

    /** Empty when the address is damaged. */
    static Optional<DataUrl> read(String url) {
        int comma = url.indexOf(',');
        if (!is(url) || comma < 0) {
            return Optional.empty();
        }
        String head = url.substring(5, comma).strip().toLowerCase(Locale.ROOT);
        int parameters = head.indexOf(';');
        String type = parameters < 0 ? head : head.substring(0, parameters).strip();
        try {
            String data = unescaped(url.substring(comma + 1));
            byte[] content = head.endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(data)
                    : data.getBytes(StandardCharsets.UTF_8);
            return content.length == 0 ? Optional.empty() : Optional.of(new DataUrl(type, content));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static String unescaped(String data) {
        return data.indexOf('%') < 0 ? data : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** In lower case and without parameters. */
    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content.clone();
    }

    /** A file name made of the content, so that the same picture has the same name on every page. */
    String fileName() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            String extension = EXTENSIONS.getOrDefault(mediaType, "bin");
            return "image-" + HexFormat.of().formatHex(hash, 0, 8) + "." + extension;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
