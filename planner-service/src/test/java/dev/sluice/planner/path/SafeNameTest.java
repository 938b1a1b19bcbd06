package dev.sluice.planner.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafeNameTest {

    private static final long SEED = 20260101;

    static List<String> hostileTitles() {
        return HostileTitles.single();
    }

    @ParameterizedTest
    @MethodSource("hostileTitles")
    void everyFileSystemTakesTheName(String title) {
        NameRules.check(SafeName.ofTitle(title));
        NameRules.check(SafeName.ofTitle(title) + ".md");
        NameRules.check(SafeName.ofFile(title));
    }

    @Test
    void everyFileSystemTakesTheNamesOfRandomTitles() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5000; i++) {
            String title = HostileTitles.any(random);
            NameRules.check(SafeName.ofTitle(title));
            NameRules.check(SafeName.ofFile(title));
            assertThat(SafeName.utf8Length(SafeName.ofTitle(title)))
                    .as("seed %d, round %d", SEED, i)
                    .isLessThanOrEqualTo(SafeName.MAX_BYTES + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Design, Design",
        "Q&A (2026), Q&A (2026)",
        "'a/b\\c', a_b_c",
        "'  many   blanks ', many blanks",
        "con, _con",
        "Con.Tract, _Con.Tract",
        "console, console",
        ".hidden, _.hidden",
        "..., untitled",
        "notes.md, notes.md_",
        "_attachments, _attachments_"
    })
    void aTitleBecomesAReadableName(String title, String name) {
        assertThat(SafeName.ofTitle(title)).isEqualTo(name);
    }

    @Test
    void composedAndDecomposedLettersGiveTheSameName() {
        assertThat(SafeName.ofTitle("Cafe\u0301")).isEqualTo(SafeName.ofTitle("Caf\u00e9"));
    }

    @Test
    void aLongFileNameKeepsItsExtensionAndNoHalfCharacter() {
        // When
        String name = SafeName.ofFile("\ud83d\udeb0".repeat(100) + ".pdf");

        // Then
        assertThat(name).endsWith("\ud83d\udeb0.pdf");
        assertThat(SafeName.utf8Length(name)).isLessThanOrEqualTo(SafeName.MAX_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"Design, DESIGN", "stra\u00dfe, STRASSE", "\u03c3, \u03c2", "\ufb01, fi", "\u212a, k", "e\u0301, \u00c9"
    })
    void namesThatDifferInCaseOnlyAreTakenForTheSame(String one, String other) {
        assertThat(SafeName.folded(one)).isEqualTo(SafeName.folded(other));
    }
}
