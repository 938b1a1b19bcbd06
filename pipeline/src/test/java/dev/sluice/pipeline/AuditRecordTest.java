package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the chain of audit records is made of: it must stay so, or what was written before counts as tampered with. */
class AuditRecordTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.000001Z");

    @Test
    void theHashOfARecordStaysAsItIs() {
        assertThat(record("ENG/B.md", "ENG/A.md")
                        .chainedTo(AuditRecord.BEGINNING)
                        .hash())
                .isEqualTo("09cd91b0ee1bd1efa1fff2af6dc1c4b6a19415ec6a3ad7353b904da16855fa02");
    }

    @Test
    void aRecordFollowsTheOneThatItWasChainedToAndNoOther() {
        // When
        AuditRecord chained = record("ENG/B.md", "ENG/A.md").chainedTo(AuditRecord.BEGINNING);

        // Then
        assertThat(chained.follows(AuditRecord.BEGINNING)).isTrue();
        assertThat(chained.follows(chained.hash())).isFalse();
    }

    @Test
    void whatMovesFromOnePartToAnotherShows() {
        assertThat(record("ENG/B.md", "").chainedTo(AuditRecord.BEGINNING).hash())
                .isNotEqualTo(record("ENG/B.md", null)
                        .chainedTo(AuditRecord.BEGINNING)
                        .hash());
        assertThat(record("a\n1:b", "c").chainedTo(AuditRecord.BEGINNING).hash())
                .isNotEqualTo(
                        record("a", "b\n1:c").chainedTo(AuditRecord.BEGINNING).hash());
    }

    @Test
    void aRecordIsTheSameAfterItWasOnATopic() {
        // Given
        AuditRecord chained = record("ENG/B.md", null).chainedTo(AuditRecord.BEGINNING);

        // When
        AuditRecord read = Wire.decode(Wire.encode(chained), AuditRecord.class);

        // Then
        assertThat(read).isEqualTo(chained);
        assertThat(read.follows(AuditRecord.BEGINNING)).isTrue();
    }

    private static AuditRecord record(String path, @Nullable String fromPath) {
        return new AuditRecord(
                new ExportId("x1"),
                1,
                NOON,
                "key:ci",
                "changed",
                new RunId("00000000-0000-0000-0000-000000000001"),
                ResourceKey.page("7"),
                path,
                fromPath,
                3,
                4,
                null,
                "");
    }
}
