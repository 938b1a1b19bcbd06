package dev.sluice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of every message type, as it stands in the golden files: what is on a topic must stay readable. */
class GoldenMessagesTest {

    /** Objects whose names are data. */
    private static final Set<String> MAPS = Set.of("markdown", "paths", "unhandledMacros", "imagePaths");

    /** Fields that the wire leaves out when they are null. */
    private static final Set<String> MAY_BE_MISSING = Set.of(
            "parent",
            "first",
            "path of a reference",
            "path of before",
            "before",
            "version of before",
            "earlier",
            "version of earlier",
            "mode",
            "staleBefore",
            "twin",
            "checksum",
            "manifest",
            "min_export_timestamp",
            "ancestors",
            "created",
            "details",
            "authors",
            "labels",
            "comments",
            "name",
            "posted",
            "markdown",
            "findings",
            "images",
            "imagePaths of before",
            "url",
            "file",
            "etag",
            "lastModified",
            "again",
            "shown",
            "verify",
            "paths",
            "obstacle",
            "unhandledMacroCount",
            "brokenLinkCount");

    static List<Samples.Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void encodesAsTheGoldenFileSays(Samples.Sample sample) throws IOException {
        // When
        JsonNode encoded = Wire.json().readTree(Wire.encode(sample.message()));

        // Then
        assertThat(encoded).isEqualTo(golden(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheGoldenFileBack(Samples.Sample sample) {
        // When
        Object decoded = Wire.decode(bytes(golden(sample)), sample.type());

        // Then
        assertThat(decoded).isEqualTo(sample.message());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ignoresFieldsThatALaterVersionAdds(Samples.Sample sample) {
        // Given
        JsonNode later = golden(sample);
        objects(later, "").stream()
                .filter(object -> !MAPS.contains(object.name()))
                .forEach(object -> object.node()
                        .putObject("added_later")
                        .putArray("values")
                        .add(1)
                        .addNull());

        // When
        Object decoded = Wire.decode(bytes(later), sample.type());

        // Then
        assertThat(decoded).isEqualTo(sample.message());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesAMessageThatLacksAField(Samples.Sample sample) {
        refusesWithout(sample, field -> field.parent().remove(field.name()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesAMessageWhereAFieldIsNull(Samples.Sample sample) {
        refusesWithout(sample, field -> field.parent().putNull(field.name()));
    }

    @Test
    void thereIsASampleOfEveryMessage() {
        // Given
        Stream<Class<?>> closed = Stream.of(Change.class, Outcome.class, RunEvent.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()));
        Stream<Class<?>> open = Stream.of(Descriptor.class, Content.class, CatalogEntry.class, ExportHeader.class);

        // When
        List<Class<?>> sampled = new ArrayList<>();
        Samples.all().forEach(sample -> sampled.add(sample.message().getClass()));

        // Then
        assertThat(sampled).containsAll(Stream.concat(closed, open).toList());
    }

    private record Field(ObjectNode parent, String name, String where) {}

    private record Located(ObjectNode node, String name) {}

    private static void refusesWithout(Samples.Sample sample, Consumer<Field> damage) {
        int fields = fields(golden(sample)).size();
        for (int i = 0; i < fields; i++) {
            // Given
            JsonNode damaged = golden(sample);
            Field field = fields(damaged).get(i);
            damage.accept(field);

            // When and then
            if (!MAY_BE_MISSING.contains(field.where())) {
                assertThatThrownBy(() -> Wire.decode(bytes(damaged), sample.type()))
                        .as("%s without %s", sample, field.where())
                        .isInstanceOf(UndecodableException.class);
            }
        }
    }

    private static List<Field> fields(JsonNode root) {
        List<Field> fields = new ArrayList<>();
        for (Located object : objects(root, "")) {
            String suffix = switch (object.name()) {
                case "references" -> " of a reference";
                case "before" -> " of before";
                case "earlier" -> " of earlier";
                default -> "";
            };
            Iterator<String> names = MAPS.contains(object.name())
                    ? Collections.emptyIterator()
                    : object.node().fieldNames();
            names.forEachRemaining(name -> fields.add(new Field(object.node(), name, name + suffix)));
        }
        return fields;
    }

    private static List<Located> objects(JsonNode node, String name) {
        List<Located> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(new Located(object, name));
            object.properties().forEach(entry -> found.addAll(objects(entry.getValue(), entry.getKey())));
        }
        if (node instanceof ArrayNode array) {
            array.forEach(element -> found.addAll(objects(element, name)));
        }
        return found;
    }

    private static JsonNode golden(Samples.Sample sample) {
        String file = "/golden/" + sample.name() + ".json";
        try (InputStream in = GoldenMessagesTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return Wire.json().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode json) {
        return Wire.encode(json);
    }
}
