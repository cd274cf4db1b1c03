package io.clientele.rest.internal;

import io.clientele.rest.Versioned;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what an operation returned or threw into an answer. */
final class DirectAnswer {
    private final JsonBody json;
    private final Type type;

    DirectAnswer(JsonBody json, Method method) {
        this.json = json;
        this.type = method.getGenericReturnType();
    }

    void send(@Nullable Object result, Call call, HttpServletResponse response) throws IOException {
        if (result instanceof Response built) {
            send(built, call, response);
        } else if (result == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            write(result, type, call, response);
        }
    }

    void fail(Throwable failure, Call call, HttpServletResponse response) throws IOException {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            send(web.getResponse(), call, response);
        } else {
            Problems.send(Problems.of(failure, call), call, response);
        }
    }

    private void send(Response built, Call call, HttpServletResponse response) throws IOException {
        response.setStatus(built.getStatus());
        for (Map.Entry<String, List<String>> header : built.getStringHeaders().entrySet()) {
            for (String value : header.getValue()) {
                boolean location = header.getKey().equalsIgnoreCase("Location");
                response.addHeader(header.getKey(), location ? absolute(value, call.request) : value);
            }
        }
        Object entity = built.getEntity();
        if (entity == null) {
            return;
        }
        if (!JsonBody.isJson(entity.getClass())) {
            throw new IllegalStateException("an operation that answers JSON returned a " + entity.getClass());
        }
        write(entity, entity.getClass(), call, response);
    }

    /** The address of a place at this host with the host in front, as the sender named it. */
    private static String absolute(String location, HttpServletRequest request) {
        if (!location.startsWith("/")) {
            return location;
        }
        StringBuffer asked = request.getRequestURL();
        return asked.substring(0, asked.length() - request.getRequestURI().length()) + location;
    }

    private void write(Object entity, Type known, Call call, HttpServletResponse response) throws IOException {
        if (response.getContentType() == null) {
            response.setContentType(MediaType.APPLICATION_JSON);
        }
        if (entity instanceof Versioned versioned && response.getStatus() < 300) {
            String tag = EntityTags.tag(versioned);
            response.setHeader("ETag", tag);
            if (EntityTags.isHeld(call, tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        json.write(entity, known, call.request, response.getOutputStream());
    }
}
