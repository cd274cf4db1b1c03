package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the library would make a value of that nobody meant: a number is no moment, whether seconds or milliseconds were thought of,
 * and a number beyond all others is none.
 */
final class MeantValues extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]*");

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription described, JsonDeserializer<?> deserializer) {
        Class<?> type = described.getBeanClass();
        if (Temporal.class.isAssignableFrom(type)) {
            return new Moment(deserializer);
        }
        return type == Double.class || type == double.class ? new Finite(deserializer) : deserializer;
    }

    /** A date or time, which is a text. */
    private static final class Moment extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Moment(JsonDeserializer<?> plain) {
            super(plain);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
            return new Moment(plain);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getText().strip();
            // A moment given for a day would be cut to the day that it is in Greenwich.
            boolean cut = handledType() == LocalDate.class && text.indexOf('T') >= 0;
            if (cut || NUMBER.matcher(text).matches()) {
                throw context.weirdStringException(text, handledType(), "not ISO 8601");
            }
            return super.deserialize(parser, context);
        }
    }

    /** A number that can be calculated with, and sent as one. */
    private static final class Finite extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        Finite(JsonDeserializer<?> plain) {
            super(plain);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> plain) {
            return new Finite(plain);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = super.deserialize(parser, context);
            if (value instanceof Double number && !Double.isFinite(number)) {
                throw context.weirdNumberException(number, handledType(), "out of range");
            }
            return value;
        }
    }
}
