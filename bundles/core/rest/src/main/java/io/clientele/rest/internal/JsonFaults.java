package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ProblemException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body in the sender's words: a place and a reason, never a class name. */
final class JsonFaults {
    private JsonFaults() {}

    static InvalidInputException empty() {
        return new InvalidInputException("/", "A JSON body is needed");
    }

    static ProblemException of(JacksonException fault, JsonParser parser) {
        if (fault instanceof JsonMappingException mapping) {
            if (mapping.getCause() instanceof ProblemException problem) {
                return problem;
            }
            // A fault of the text met while binding comes wrapped, or with a path that ends at the enclosing object.
            if (!(mapping.getCause() instanceof JsonProcessingException cause)
                    || cause instanceof JsonMappingException) {
                return new InvalidInputException(pointer(mapping), reason(mapping));
            }
            return text(cause, parser);
        }
        return text(fault, parser);
    }

    private static InvalidInputException text(JacksonException fault, JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        String place = fault.getLocation() == null
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ")";
        return new InvalidInputException(pointer.isEmpty() ? "/" : pointer, textReason(fault) + place);
    }

    private static String textReason(JacksonException fault) {
        String message = String.valueOf(fault.getOriginalMessage());
        if (fault instanceof StreamConstraintsException) {
            return message.contains("nesting depth")
                    ? "The JSON is nested too deeply"
                    : "A name, text or number in the JSON is too long";
        }
        return message.startsWith("Duplicate field") ? "A name stands twice in one object" : "This is not JSON";
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : mapping.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static String reason(JsonMappingException mapping) {
        if (mapping instanceof StorableText.RefusedException) {
            return mapping.getOriginalMessage();
        }
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            String names = known == null
                    ? ""
                    : "; known are "
                            + new TreeSet<>(known.stream().map(String::valueOf).toList())
                                    .stream().collect(Collectors.joining(", "));
            return "There is no field " + unknown.getPropertyName() + " here" + names;
        }
        if (mapping instanceof ValueInstantiationException made
                && made.getCause() instanceof IllegalArgumentException e) {
            return e.getMessage() == null ? "This value is not allowed" : e.getMessage();
        }
        if (mapping instanceof InvalidFormatException format) {
            return "This should be " + wanted(format.getTargetType());
        }
        if (mapping instanceof MismatchedInputException mismatch) {
            return String.valueOf(mismatch.getOriginalMessage()).startsWith("No content")
                    ? "A JSON body is needed"
                    : String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing token")
                            ? "Something follows the end of the JSON"
                            : "Here stands something else than " + wanted(mismatch.getTargetType());
        }
        return "This cannot be read";
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "what is expected";
        } else if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> c.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number in range";
        } else if (Temporal.class.isAssignableFrom(type)) {
            return "a date or time in ISO 8601, such as "
                    + (type.getSimpleName().equals("LocalDate") ? "2026-01-31" : "2026-01-31T12:00:00Z");
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        } else if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        return type == String.class ? "a text" : "what is expected";
    }
}
