package dev.sluice.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that start nothing: help, versions, status, and everything that is refused. */
class SluiceCommandTest {

    private static final String URL = "https://acme.invalid/wiki";

    @TempDir
    Path folder;

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void release() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(execute("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(UTF_8)).contains("pages-with-descendants", "Exit codes:");
        assertThat(execute("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(UTF_8)).contains("sluice (development)");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages",
                "pages-with-descendants",
                "spaces",
                "all-spaces",
                "tree",
                "sync",
                "status",
                "render",
                "demo"
            })
    void everyCommandHasHelp(String command) {
        assertThat(execute(command, "--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(UTF_8)).contains("Usage: sluice " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "--frobnicate",
                "spaces --url U -o D",
                "spaces ENG -o D",
                "spaces ENG --url U",
                "pages ENG --url U -o D --product server",
                "sync --prune=perhaps"
            })
    void wrongUseEndsWithTwoAndPointsToTheHelp(String line) {
        assertThat(execute(line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).startsWith("sluice: ").contains("--help'.");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tree ENG|'ENG' is no scope",
                "tree spaces|The scope spaces needs at least one argument",
                "tree spaces ENG --personal|--personal goes with all-spaces only",
                "tree spaces ENG --depth 2|The scope spaces does not take --depth",
                "tree all-spaces ENG|The scope all-spaces does not take 'ENG'",
                "spaces ENG -o D --label=|--label needs a value",
                "pages-with-descendants 1 -o D --depth -1|Not a depth: '-1'"
            })
    void aSelectionThatCannotBeIsRefusedInASentence(String line, String sentence) {
        String[] arguments = (line + " --url " + URL).split(" ", -1);
        assertThat(execute(arguments)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains(sentence);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12x", "-", "99999999999999999999", "1,2"})
    void aPageIdIsANumber(String id) {
        assertThat(execute("pages", id, "--url", URL, "-o", path("wiki"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("Not a page id: '" + id + "'");
        assertThat(folder.resolve("wiki")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoExportHasNoStatusAndCannotBeSynced() {
        assertThat(execute("status", "-o", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(execute("sync", "-o", folder.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.contains("is no export yet"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void statusReadsTheFilesOfTheExportAlone() throws IOException {
        // Given
        identity(
                "{\"confluence_url\":\"https://acme.invalid/wiki\",\"scopes\":[{\"command\":\"spaces\",\"args\":[\"ENG\",\"OPS\"]}]}");

        // When and then
        assertThat(execute("status", "-o", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "Confluence:    https://acme.invalid/wiki",
                        "Scope:         spaces ENG OPS",
                        "Snapshot:      none yet; no run has succeeded");
    }

    @Test
    void statusAsJsonIsOneLine() throws IOException {
        // Given
        identity("{\"confluence_url\":\"https://acme.invalid/wiki\",\"scopes\":[]}");

        // When and then
        assertThat(execute("status", "--json", "-o", folder.toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "{\"confluence_url\":\"https://acme.invalid/wiki\",\"scopes\":[],\"active\":0,\"stale\":0,\"deleted\":0}\n");
    }

    @Test
    void anExportThatCannotBeReadIsRefused() throws IOException {
        // Given
        identity("<<<<<<< HEAD");

        // When and then
        assertThat(execute("sync", "-o", folder.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(execute("status", "-o", folder.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(execute("spaces", "ENG", "--url", URL, "-o", folder.toString()))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void anotherScopeIsAddedOnlyWhenAskedFor() throws IOException {
        // Given
        identity(
                "{\"confluence_url\":\"https://acme.invalid/wiki\",\"scopes\":[{\"command\":\"spaces\",\"args\":[\"ENG\"]}]}");

        // When and then
        assertThat(execute("spaces", "OPS", "--url", URL, "-o", folder.toString()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString(UTF_8)).contains("'sluice sync'", "--append");
    }

    @Test
    void aDryRunOfAnExportThatIsNoneYetMakesNothingBeforeItCanSignIn() {
        assertThat(execute(
                        "spaces", "ENG", "--url", URL, "-o", path("wiki"), "--dry-run", "--token-file", path("none")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("wiki")).doesNotExist();
    }

    @Test
    void aSnapshotThatWouldLieWhereItMustNotIsAWrongUse() {
        assertThat(execute("spaces", "ENG", "--url", URL, "-o", path("wiki"), "--manifest", "../m.json"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("--manifest ../m.json lies outside");
    }

    @Test
    void aTokenFileThatCannotBeReadEndsTheCommandBeforeAnythingIsStarted() {
        assertThat(execute("spaces", "ENG", "--url", URL, "-o", path("wiki"), "--token-file", path("none")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("The token file");
        assertThat(folder.resolve("wiki")).doesNotExist();
    }

    private static ExitCode execute(String... arguments) {
        int code = SluiceCommand.execute(arguments);
        return java.util.stream.Stream.of(ExitCode.values())
                .filter(known -> known.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void identity(String json) throws IOException {
        Files.createDirectories(folder.resolve(".sluice"));
        Files.writeString(folder.resolve(".sluice/export.json"), json);
    }
}
