package dev.sluice.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of every message: instants in ISO 8601, nulls left out, unknown fields ignored, so that fields can be
 * added; a field that is added must be nullable, since older messages lack it.
 */
public final class Wire {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new RequiredComponents(), new JacksonAnnotationIntrospector()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // without, names of fields beyond the basic plane are written as what no reader takes for UTF-8
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Wire() {}

    /** The mapper itself, for streams of entries. Shared: not to be reconfigured. */
    public static ObjectMapper json() {
        return JSON;
    }

    public static byte[] encode(Object message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + message.getClass(), e);
        }
    }

    /** The message, or an {@link UndecodableException} when the bytes are none; null is what a record without value has. */
    public static <T> T decode(byte @Nullable [] bytes, Class<T> type) {
        if (bytes == null) {
            throw new UndecodableException("no bytes are no " + type.getSimpleName(), null);
        }
        try {
            T message = JSON.readValue(bytes, type);
            if (message == null) {
                throw new UndecodableException("JSON null is no " + type.getSimpleName(), null);
            }
            return message;
        } catch (IOException e) {
            throw new UndecodableException("not a " + type.getSimpleName(), e);
        }
    }
}
