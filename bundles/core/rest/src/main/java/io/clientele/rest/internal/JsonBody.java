package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.clientele.rest.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and writes bodies as JSON. One for each generation: what it learns of a module's classes goes with them. */
@Consumes({"application/json", "application/*+json", "text/json"})
@Produces({"application/json", "application/*+json"})
final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final ObjectMapper mapper = Json.mapper();
    private final FieldSelections selections = new FieldSelections(mapper);
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();

    ObjectMapper mapper() {
        return mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    /** What is text or bytes already is sent as it is. */
    static boolean isJson(Class<?> type) {
        return !(type == byte[].class
                || type == String.class
                || InputStream.class.isAssignableFrom(type)
                || Reader.class.isAssignableFrom(type)
                || StreamingOutput.class.isAssignableFrom(type)
                || Response.class.isAssignableFrom(type));
    }

    @Override
    @SuppressWarnings("TooManyParameters") // The standard's signature.
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(genericType, body);
    }

    Object read(Type genericType, InputStream body) throws IOException {
        ObjectReader reader = readers.computeIfAbsent(genericType, t -> mapper.readerFor(mapper.constructType(t)));
        try (JsonParser parser = mapper.createParser(body)) {
            try {
                Object value = reader.readValue(parser);
                if (value == null) {
                    throw JsonFaults.empty();
                }
                return value;
            } catch (JacksonException e) {
                throw JsonFaults.of(e, parser);
            }
        }
    }

    @Override
    @SuppressWarnings("TooManyParameters") // The standard's signature.
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        // A method that returns a Response or Object says nothing of the type; then the value's own class speaks.
        Type known = genericType == null || genericType == Object.class || genericType == Response.class
                ? type
                : genericType;
        write(value, known, Call.current().request, out);
    }

    /** Writes a value as what it is known to be. */
    void write(Object value, Type shown, HttpServletRequest request, OutputStream out) throws IOException {
        Type known = value instanceof Rendered<?> rendered ? rendered.type() : shown;
        Class<?> type = value.getClass();
        ObjectWriter writer = writers.computeIfAbsent(known, t -> {
            JavaType javaType = mapper.constructType(t);
            return javaType.isTypeOrSubTypeOf(type) || javaType.hasRawClass(type)
                    ? mapper.writerFor(javaType)
                    : mapper.writer();
        });
        try (JsonGenerator json = mapper.createGenerator(out)) {
            ToldTexts.in(Call.of(request).speech(), writer).writeValue(selections.apply(json, known, request), value);
        }
    }
}
