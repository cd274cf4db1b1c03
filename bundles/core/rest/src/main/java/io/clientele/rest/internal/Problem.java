package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clientele.kernel.InvalidInputException.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem of RFC 9457.
 *
 * @param retryAfterSeconds when to try again, or 0 for no advice
 * @param successor the id of what has taken the place of what is gone, or null
 */
record Problem(
        int status,
        String type,
        @Nullable String detail,
        List<Violation> errors,
        long retryAfterSeconds,
        @Nullable String successor) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPES = "https://clientele.io/problems/";
    private static final JsonFactory JSON = new JsonFactory();

    /** Whoever sends more faults at once than that does not read them all, and is not worth the search for phrases. */
    private static final int MOST_TOLD = 1_000;

    Problem(int status, String type, @Nullable String detail, List<Violation> errors, long retryAfterSeconds) {
        this(status, type, detail, errors, retryAfterSeconds, null);
    }

    static Problem of(int status, String type, @Nullable String detail) {
        return new Problem(status, type, detail, List.of(), 0);
    }

    /** The problem that stands for a bare status. */
    static Problem of(int status, @Nullable String detail) {
        return of(status, typeOf(status), detail);
    }

    private static String typeOf(int status) {
        return switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "request-timeout";
            case 409 -> "conflict";
            case 411 -> "length-required";
            case 412 -> "precondition-failed";
            case 413 -> "body-too-large";
            case 414 -> "address-too-long";
            case 415 -> "unsupported-media-type";
            case 428 -> "precondition-required";
            case 431 -> "headers-too-large";
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            case 505 -> "version-not-supported";
            case 507 -> "storage-full";
            default -> status < 500 ? "bad-request" : "internal-error";
        };
    }

    /** The kind of problem in words; the same for every problem of a type. */
    String title() {
        return switch (type) {
            case "invalid-input" -> "The input is not valid";
            case "unauthenticated" -> "Not signed in";
            case "forbidden" -> "Not permitted";
            case "not-found" -> "There is no such thing";
            case "internal-error" -> "Something went wrong on our side";
            case "unavailable" -> "Not available at the moment";
            case "body-too-large" -> "The body is too long";
            case "module-away" -> "The module is away";
            default ->
                type.substring(0, 1).toUpperCase(Locale.ROOT)
                        + type.substring(1).replace('-', ' ');
        };
    }

    /** The answer's body. */
    byte[] toBytes(Speech speech, @Nullable String instance, String traceId) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", TYPES + type);
            json.writeStringField("title", speech.tell(title()));
            json.writeNumberField("status", status);
            if (detail != null) {
                json.writeStringField("detail", speech.tell(detail));
            }
            if (instance != null) {
                json.writeStringField("instance", instance);
            }
            json.writeStringField("traceId", traceId);
            if (successor != null) {
                json.writeStringField("successor", successor);
            }
            if (!errors.isEmpty()) {
                writeErrors(json, speech);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void writeErrors(JsonGenerator json, Speech speech) throws IOException {
        json.writeArrayFieldStart("errors");
        int told = 0;
        for (Violation error : errors) {
            json.writeStartObject();
            json.writeStringField("pointer", error.pointer());
            json.writeStringField("detail", ++told > MOST_TOLD ? error.detail() : speech.tell(error.detail()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
