package dev.sluice.markdown.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Text that a diagram app keeps deflated and in Base64 in a parameter. */
final class PackedText {

    private static final int LONGEST = 1 << 20;

    private PackedText() {}

    /** Empty when it is not such a text, or longer than a megabyte. */
    static Optional<String> unpack(String packed) {
        if (packed.isEmpty() || !packed.matches("[A-Za-z0-9+/=\\s]+")) {
            return Optional.empty();
        }
        try {
            return inflate(Base64.getMimeDecoder().decode(packed)).map(PackedText::decoded);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> inflate(byte[] deflated) {
        boolean headed = deflated.length > 1 && deflated[0] == 0x78;
        Inflater inflater = new Inflater(!headed);
        try {
            inflater.setInput(deflated);
            byte[] text = new byte[LONGEST];
            int length = inflater.inflate(text);
            boolean whole = inflater.finished() && length > 0;
            return whole ? Optional.of(new String(text, 0, length, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (DataFormatException notDeflated) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static String decoded(String text) {
        try {
            return text.contains("%0A") ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : text;
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
