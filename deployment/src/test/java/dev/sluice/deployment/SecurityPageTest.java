package dev.sluice.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The threat model names tests, and they are there. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

    @Test
    void everyTestThatADefenceRestsOnExists() {
        // Given
        Map<String, List<Path>> tests = Checkout.files(".", ".java").stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", "")));

        // When
        List<MatchResult> named =
                NAMED.matcher(Checkout.text("docs/security.md")).results().toList();

        // Then
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(test -> {
            assertThat(tests).containsKey(test.group(1));
            assertThat(tests.get(test.group(1)))
                    .as(test.group())
                    .anyMatch(file -> Checkout.text(file).contains("void " + test.group(2) + "("));
        });
    }
}
