package dev.sluice.planner.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.sluice.pipeline.Wire;
import jakarta.persistence.AttributeConverter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Names and values as a column of JSON text. */
public final class SettingsColumn implements AttributeConverter<Map<String, String>, String> {

    @Override
    public String convertToDatabaseColumn(Map<String, String> settings) {
        return new String(Wire.encode(settings), StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String json) {
        try {
            return Wire.json().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Settings in the database are unreadable", e);
        }
    }
}
