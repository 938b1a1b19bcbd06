package dev.sluice.cli.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.CommandFailure;
import dev.sluice.cli.ExitCode;
import dev.sluice.pipeline.ExportHeader;
import dev.sluice.pipeline.ScopeRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNoExportHasNoIdentity() {
        assertThat(new Destination(folder).identity()).isEmpty();
        assertThat(new Destination(folder.resolve("not/there")).identity()).isEmpty();
    }

    @Test
    void anExportSaysWhatItIsOf() throws IOException {
        // Given
        identity("""
                {"confluence_url":"https://acme.example/wiki","scopes":[{"command":"spaces","args":["ENG"]}],"later":1}""");

        // When and then
        assertThat(new Destination(folder).identity())
                .hasValue(
                        new ExportHeader("https://acme.example/wiki", List.of(new ScopeRef("spaces", List.of("ENG")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "<<<<<<< HEAD", "{\"confluence_url\":\"https://acme.example\"}"})
    void anIdentityThatCannotBeReadIsRefusedSoThatNothingIsTouched(String damaged) throws IOException {
        // Given
        identity(damaged);

        // When and then
        assertThatThrownBy(() -> new Destination(folder).identity())
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("export.json");
    }

    @Test
    void whatAKilledRunLeftGoesAndNothingElse() throws IOException {
        // Given
        Path staged = folder.resolve(".sluice/staging/run/1");
        Path inPart = folder.resolve(".sluice/tmp/1");
        Path page = folder.resolve("ENG/page.md");
        for (Path file : List.of(staged, inPart, page)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }

        // When
        new Destination(folder).clearUnfinished();

        // Then
        assertThat(staged.getParent()).doesNotExist();
        assertThat(inPart).doesNotExist();
        assertThat(page).exists();
    }

    @Test
    void preparingTwiceKeepsWhatIsThere() throws IOException {
        // Given
        Destination destination = new Destination(folder.resolve("wiki"));
        destination.prepare();
        Files.writeString(destination.home().resolve(".gitignore"), "mine");

        // When
        destination.prepare();

        // Then
        assertThat(destination.home().resolve(".gitignore")).hasContent("mine");
    }

    @Test
    void aFileIsNoDestination() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("file"), "");

        // When and then
        assertThatThrownBy(() -> new Destination(file).prepare())
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE));
    }

    @Test
    void itsAddressIsTheSameWhetherOrNotTheFolderExists() throws IOException {
        // Given
        Destination destination = new Destination(folder.resolve("wiki"));
        String before = destination.uri();

        // When
        Files.createDirectories(folder.resolve("wiki"));

        // Then
        assertThat(destination.uri()).isEqualTo(before).startsWith("file:///").endsWith("/wiki");
    }

    @Test
    void theLockNamesWhoHoldsTheFolderAndCanBeTakenAgain() {
        // Given
        Destination destination = new Destination(folder);
        destination.prepare();

        // When and then
        try (DestinationLock held = DestinationLock.take(destination)) {
            assertThat(held).isNotNull();
            assertThat(destination.home().resolve("lock"))
                    .content()
                    .contains("process " + ProcessHandle.current().pid());
        }
        DestinationLock.take(destination).close();
    }

    private void identity(String json) throws IOException {
        Files.createDirectories(folder.resolve(".sluice"));
        Files.writeString(folder.resolve(".sluice/export.json"), json);
    }
}
