package io.clientele.rest.internal;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.rest.Rendered;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Describes Java types as JSON schemas, each record once and by name. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String[]> SIMPLE = simple();

    private final ObjectMapper mapper;
    private final ObjectNode named = NODES.objectNode();
    private final Map<String, JavaType> owners = new HashMap<>();

    Schemas(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private static Map<Class<?>, String[]> simple() {
        Map<Class<?>, String[]> simple = new HashMap<>();
        simple.put(String.class, new String[] {"string"});
        simple.put(Integer.class, new String[] {"integer", "int32"});
        simple.put(Long.class, new String[] {"integer", "int64"});
        simple.put(Short.class, new String[] {"integer"});
        simple.put(BigInteger.class, new String[] {"integer"});
        simple.put(Double.class, new String[] {"number", "double"});
        simple.put(Float.class, new String[] {"number", "float"});
        simple.put(BigDecimal.class, new String[] {"number"});
        simple.put(Boolean.class, new String[] {"boolean"});
        simple.put(Instant.class, new String[] {"string", "date-time"});
        simple.put(OffsetDateTime.class, new String[] {"string", "date-time"});
        simple.put(LocalDate.class, new String[] {"string", "date"});
        simple.put(Duration.class, new String[] {"string", "duration"});
        simple.put(UUID.class, new String[] {"string", "uuid"});
        simple.put(byte[].class, new String[] {"string", "byte"});
        return simple;
    }

    /** The schemas that others refer to. */
    ObjectNode named() {
        return named;
    }

    ObjectNode of(Type type) {
        return of(mapper.constructType(type));
    }

    private ObjectNode of(JavaType type) {
        Class<?> raw = box(type.getRawClass());
        String[] simple = SIMPLE.get(raw);
        ObjectNode schema = NODES.objectNode();
        if (simple != null) {
            schema.put("type", simple[0]);
            if (simple.length > 1) {
                schema.put("format", simple[1]);
            }
        } else if (type.isEnumType()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            for (Object constant : raw.getEnumConstants()) {
                values.add(constant.toString().toLowerCase(Locale.ROOT));
            }
        } else if (raw == Rendered.class) {
            return of(type.containedTypeOrUnknown(0));
        } else if (type.isReferenceType()) {
            return of(type.getContentType());
        } else if (type.isCollectionLikeType() || type.isArrayType()) {
            schema.put("type", "array").set("items", of(type.getContentType()));
        } else if (type.isMapLikeType()) {
            schema.put("type", "object").set("additionalProperties", of(type.getContentType()));
        } else if (!type.isJavaLangObject()
                && !JsonNode.class.isAssignableFrom(raw)
                && !raw.getName().startsWith("java")) {
            schema.put("$ref", "#/components/schemas/" + name(type));
        }
        return schema;
    }

    private static Class<?> box(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    private String name(JavaType type) {
        StringBuilder contained = new StringBuilder();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            contained.append("Of").append(shortName(type.containedType(i)));
        }
        String name = type.getRawClass().getSimpleName() + contained;
        JavaType owner = owners.get(name);
        if (owner != null && !owner.equals(type)) {
            name = type.getRawClass().getName().replaceAll("[^A-Za-z0-9]", "_") + contained;
        }
        if (owners.putIfAbsent(name, type) == null) {
            describe(type, named.putObject(name));
        }
        return name;
    }

    /** The name of a type within that of another: the one it is described by, lest two of the same simple name be taken for one. */
    private String shortName(JavaType type) {
        JavaType shown = type.hasRawClass(Rendered.class) ? type.containedTypeOrUnknown(0) : type;
        String described = of(shown).path("$ref").asText();
        return described.isEmpty()
                ? shown.getRawClass().getSimpleName()
                : described.substring(described.lastIndexOf('/') + 1);
    }

    private void describe(JavaType type, ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (BeanPropertyDefinition property :
                mapper.getSerializationConfig().introspect(type).findProperties()) {
            AnnotatedMember member = property.getAccessor();
            if (member == null) {
                continue;
            }
            ObjectNode described = of(property.getPrimaryType());
            Function<Class<? extends Annotation>, @Nullable Annotation> annotation = member::getAnnotation;
            constrain(described, annotation);
            properties.set(property.getName(), described);
            if (isRequired(annotation) || property.getRawPrimaryType().isPrimitive()) {
                required.add(property.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    static boolean isRequired(Function<Class<? extends Annotation>, @Nullable Annotation> of) {
        return of.apply(NotNull.class) != null || of.apply(NotBlank.class) != null || of.apply(NotEmpty.class) != null;
    }

    /** Adds what bean validation demands. */
    static void constrain(ObjectNode schema, Function<Class<? extends Annotation>, @Nullable Annotation> of) {
        boolean array = "array".equals(schema.path("type").asText());
        if (of.apply(NotBlank.class) != null || of.apply(NotEmpty.class) != null) {
            schema.put(array ? "minItems" : "minLength", 1);
        }
        if (of.apply(Size.class) instanceof Size size) {
            if (size.min() > 0) {
                schema.put(array ? "minItems" : "minLength", size.min());
            }
            if (size.max() < Integer.MAX_VALUE) {
                schema.put(array ? "maxItems" : "maxLength", size.max());
            }
        }
        if (of.apply(Min.class) instanceof Min min) {
            schema.put("minimum", min.value());
        }
        if (of.apply(Max.class) instanceof Max max) {
            schema.put("maximum", max.value());
        }
        if (of.apply(Pattern.class) instanceof Pattern pattern) {
            schema.put("pattern", pattern.regexp());
        }
        if (of.apply(Email.class) != null) {
            schema.put("format", "email");
        }
    }
}
