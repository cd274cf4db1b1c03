package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.Faults;
import java.util.Map;

/** Applies a JSON merge patch (RFC 7396) to a customer. Safe for use by many threads. */
final class MergePatch {
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    /** What {@code patch} makes of {@code profile}. */
    Profile apply(Profile profile, JsonNode patch) {
        if (!patch.isObject()) {
            throw new InvalidInputException("/", "A merge patch is a JSON object");
        }
        ObjectNode customer = mapper.valueToTree(CustomerBody.of(profile));
        merge(customer, (ObjectNode) patch);
        Faults faults = new Faults();
        Profile patched = read(customer).profile(faults);
        faults.raise();
        return patched;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                target.remove(entry.getKey());
            } else if (value.isObject()) {
                ObjectNode inner = target.get(entry.getKey()) instanceof ObjectNode present
                        ? present
                        : target.putObject(entry.getKey());
                merge(inner, (ObjectNode) value);
            } else {
                target.set(entry.getKey(), value);
            }
        }
    }

    private CustomerBody read(ObjectNode customer) {
        try {
            return mapper.treeToValue(customer, CustomerBody.class);
        } catch (JsonMappingException e) {
            StringBuilder pointer = new StringBuilder();
            for (JsonMappingException.Reference step : e.getPath()) {
                pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
            }
            throw new InvalidInputException(
                    pointer.toString(), "There is no such field, or its value is of another kind");
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("/", "This is no customer");
        }
    }
}
