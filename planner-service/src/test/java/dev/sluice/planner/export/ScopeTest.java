package dev.sluice.planner.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.pipeline.ScopeRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    private static final Selection SOME =
            new Selection(true, new TreeSet<>(Set.of("b", "a=1")), new TreeSet<>(Set.of("old")), "title ~ \"x = y\"");

    @Test
    void whatIsWrittenAsAScopeIsReadAsTheSame() {
        // When
        ScopeRef ref = Scope.ref("pages-with-descendants", List.of("7", "8"), 2, SOME);

        // Then
        assertThat(ref.args())
                .containsExactly(
                        "7",
                        "8",
                        "--depth=2",
                        "--archived",
                        "--label=a=1",
                        "--label=b",
                        "--exclude-label=old",
                        "--cql=title ~ \"x = y\"");
        assertThat(Scope.of(ref)).isEqualTo(new Scope.PagesWithDescendants(List.of("7", "8"), 2, SOME));
    }

    @Test
    void scopesOfEarlierVersionsMeanWhatTheyMeant() {
        assertThat(Scope.of(new ScopeRef("spaces", List.of("ENG"))))
                .isEqualTo(new Scope.Spaces(List.of("ENG"), Selection.ALL));
        assertThat(Scope.of(new ScopeRef("all-spaces", List.of("personal"))))
                .isEqualTo(new Scope.AllSpaces(true, Selection.ALL));
        assertThat(Scope.ref("spaces", List.of("ENG"), null, Selection.ALL))
                .isEqualTo(new ScopeRef("spaces", List.of("ENG")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spaces|--archived|needs at least one argument",
                "spaces|ENG;--depth=2|does not take --depth",
                "spaces|ENG;--labels=x|does not take --labels",
                "spaces|ENG;--label=|--label needs a value",
                "spaces|ENG;--cql|--cql needs a value",
                "spaces|ENG;--archived=yes|--archived takes no value",
                "spaces|ENG;--cql=a;--cql=b|--cql can be given once only",
                "pages-with-descendants|1;--depth=two|Not a depth: 'two'",
                "pages|ENG|Not a page id: 'ENG'",
                "all-spaces|ENG|does not take 'ENG'",
                "everything|ENG|Unknown scope"
            })
    void whatNamesNoScopeIsRefusedInASentence(String command, String arguments, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.of(new ScopeRef(command, List.of(arguments.split(";", -1)))))
                .withMessageContaining(sentence);
    }
}
