package dev.sluice.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    /** The starter that a killed command leaves is played by a shell that is called in the same way. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not tell what processes were called with")
    void waitsForWhoeverIsAboutToStartAServerOnTheFolder() throws IOException, SQLException {
        // Given
        Path data = folder.resolve("db");
        Process starter = new ProcessBuilder("bash", "-c", "sleep 2; exit 0", "pg_ctl", data.toString()).start();

        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection = database.dataSource().getConnection()) {

            // Then
            assertThat(starter.isAlive()).isFalse();
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
