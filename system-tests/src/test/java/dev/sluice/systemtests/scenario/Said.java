package dev.sluice.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.systemtests.topology.JavaProcess;
import java.util.List;

/** What a command that failed has to say. */
final class Said {

    private Said() {}

    /** The last line of standard error is the only one from us, a sentence; there is no stack trace. */
    static String oneSentence(JavaProcess process) {
        List<String> lines =
                process.err().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines).as("standard error").isNotEmpty();
        assertThat(lines).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
        assertThat(lines.stream().filter(line -> line.startsWith("sluice: "))).hasSize(1);
        assertThat(lines.getLast()).startsWith("sluice: ").matches(".*[.?]").doesNotContain("defect", "null");
        return lines.getLast();
    }
}
