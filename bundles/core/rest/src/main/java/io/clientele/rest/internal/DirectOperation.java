package io.clientele.rest.internal;

import io.clientele.rest.EventStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation that takes texts and JSON and answers JSON: called without the resource framework around it. */
final class DirectOperation {
    private static final Set<String> ACCEPTED = Set.of("*/*", "application/*", MediaType.APPLICATION_JSON);

    private final Object resource;
    private final Operation operation;
    private final PathTemplate template;
    private final Arguments arguments;
    private final List<String> consumed;
    private final JsonBody json;
    private final DirectAnswer answer;
    private final Constraints constraints;

    private DirectOperation(Object resource, Operation operation, Plain plain, JsonBody json, Constraints constraints) {
        this.resource = resource;
        this.operation = operation;
        this.template = plain.template;
        this.arguments = plain.arguments;
        this.consumed = plain.consumed;
        this.json = json;
        this.answer = new DirectAnswer(json, operation.method());
        this.constraints = constraints;
    }

    /** What makes an operation plain. */
    private record Plain(PathTemplate template, Arguments arguments, List<String> consumed) {}

    /** The operation if it is plain, else null. */
    static @Nullable DirectOperation of(
            Registration registration, Operation operation, JsonBody json, Constraints constraints) {
        PathTemplate template = PathTemplate.of(operation.template());
        Method method = operation.method();
        if (template == null || usesContext(registration.type()) || !answersJson(method)) {
            return null;
        }
        Arguments arguments = Arguments.of(method, template);
        if (arguments == null || !method.trySetAccessible()) {
            return null;
        }
        Plain plain = new Plain(template, arguments, consumed(method));
        return new DirectOperation(registration.resource(), operation, plain, json, constraints);
    }

    private static boolean usesContext(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.isAnnotationPresent(Context.class)) {
                    return true;
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Context.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean answersJson(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces produced = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
        Class<?> type = method.getReturnType();
        return produced != null
                && List.of(produced.value()).equals(List.of(MediaType.APPLICATION_JSON))
                && !EventStream.class.isAssignableFrom(type)
                && (JsonBody.isJson(type) || Response.class.isAssignableFrom(type));
    }

    private static List<String> consumed(Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes consumes = own == null ? method.getDeclaringClass().getAnnotation(Consumes.class) : own;
        return consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
    }

    /** Whether the request asks for and sends plain JSON; the framework negotiates about everything else. */
    boolean takes(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null && !ACCEPTED.contains(accept) && !names(accept)) {
            return false;
        }
        return !arguments.takesBody() || sends(request.getHeader("Content-Type"));
    }

    private static boolean names(String accept) {
        return Stream.of(accept.split(",", -1)).map(String::strip).anyMatch(ACCEPTED::contains);
    }

    private boolean sends(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int semicolon = contentType.indexOf(';');
        if (semicolon < 0) {
            return consumed.contains(contentType);
        }
        String parameter = contentType.substring(semicolon + 1).strip().toLowerCase(Locale.ROOT);
        return parameter.equals("charset=utf-8")
                && consumed.contains(contentType.substring(0, semicolon).strip());
    }

    /** Serves a request; whatever goes wrong becomes its answer. */
    void serve(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        call.operation = operation;
        try {
            answer.send(invoke(call, request), call, response);
        } catch (InvocationTargetException e) {
            answer.fail(e.getCause() == null ? e : e.getCause(), call, response);
        } catch (IllegalAccessException | IOException | RuntimeException | LinkageError e) {
            answer.fail(e, call, response);
        }
    }

    private @Nullable Object invoke(Call call, HttpServletRequest request)
            throws IOException, InvocationTargetException, IllegalAccessException {
        if (arguments.takesBody()) {
            // The operation's limit is set on the body's stream, so there must be one.
            request.getInputStream();
        }
        AccessFilter.admit(operation, call);
        Object[] values = arguments.read(new Arguments.Asked(request, template, request.getRequestURI(), json));
        if (operation.constrained()) {
            constraints.check(resource, operation.method(), values);
        }
        return operation.method().invoke(resource, values);
    }
}
