package dev.sluice.planner.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What Windows, macOS, Linux and S3 demand of names and paths; written down apart from the code that meets it. */
final class NameRules {

    private static final Pattern WINDOWS_DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])");

    private NameRules() {}

    static void check(String name) {
        assertThat(name).isNotEmpty().doesNotStartWith(" ").doesNotEndWith(" ").doesNotEndWith(".");
        assertThat(name.startsWith(".")).as("hidden: " + name).isFalse();
        assertThat(name.chars().filter(c -> c < 0x20 || c == 0x7f || "<>:\"/\\|?*".indexOf(c) >= 0))
                .as("characters that Windows refuses in " + name)
                .isEmpty();
        assertThat(bytes(name)).as("bytes of " + name).isLessThanOrEqualTo(255);
        assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC))
                .as("NFC: " + name)
                .isTrue();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name))
                .as("UTF-8: " + name)
                .isTrue();
        String beforeDot = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        assertThat(WINDOWS_DEVICE.matcher(beforeDot.strip()).matches())
                .as("device: " + name)
                .isFalse();
    }

    static void checkPath(String path) {
        for (String name : path.split("/", -1)) {
            check(name);
        }
        assertThat(bytes(path)).as("bytes of " + path).isLessThanOrEqualTo(1000);
    }

    /** Equal for what a case-insensitive file system takes for the same. */
    static String folded(String path) {
        String once = Normalizer.normalize(path, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(once, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
