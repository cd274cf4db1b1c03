package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Describes resources as OpenAPI 3, from nothing but their code. */
final class OpenApi {
    private static final String JSON = "application/json";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper mapper = Json.mapper();
    private final Schemas schemas = new Schemas(mapper);
    private final ObjectNode root = NODES.objectNode();

    private OpenApi(List<Registration> resources) {
        root.put("openapi", "3.0.3");
        root.putObject("info")
                .put("title", "Clientele")
                .put("version", "1")
                .put("description", "The operations installed at the moment.");
        ObjectNode paths = root.putObject("paths");
        resources.stream()
                .flatMap(r -> r.operations().stream())
                .sorted(Comparator.comparing(Operation::template).thenComparing(Operation::verb))
                .forEach(o -> describe(o, paths.withObjectProperty(path(o.template()))));
        ObjectNode components = root.putObject("components");
        schemas.of(OpenApi.Problem.class);
        components.set("schemas", schemas.named());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        root.putArray("security").addObject().putArray("bearer");
    }

    /** The shape of a problem, for the description alone. */
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String traceId,
            @Nullable String successor,
            List<Fault> errors) {}

    /** The shape of one fault. */
    record Fault(String pointer, String detail) {}

    static byte[] toBytes(List<Registration> resources) {
        OpenApi api = new OpenApi(resources);
        try {
            return api.mapper.writeValueAsBytes(api.root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description cannot be written", e);
        }
    }

    /** A template without the patterns of its variables: {@code {id: \d+}} becomes {@code {id}}. */
    static String path(String template) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        boolean skip = false;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : 0;
            skip |= depth > 0 && (c == ':' || c == ' ');
            if (c == '}' && --depth == 0) {
                skip = false;
            }
            if (!skip) {
                path.append(c);
            }
        }
        return path.toString();
    }

    private void describe(Operation operation, ObjectNode path) {
        Method method = operation.method();
        ObjectNode described = path.putObject(operation.verb().toLowerCase(Locale.ROOT));
        String resource = method.getDeclaringClass().getSimpleName();
        described.putArray("tags").add(resource);
        described.put("operationId", resource + "_" + method.getName());
        described.put("summary", words(method.getName()));
        if (operation.permission() == null) {
            described.putArray("security");
        } else {
            described.put("x-permission", operation.permission());
            described.put("description", "Needs the permission " + operation.permission() + ".");
        }
        parameters(operation, described);
        responses(operation, described);
    }

    private static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private void parameters(Operation operation, ObjectNode described) {
        ArrayNode parameters = NODES.arrayNode();
        for (Parameter parameter : operation.method().getParameters()) {
            if (parameter.isAnnotationPresent(Context.class) || parameter.isAnnotationPresent(Suspended.class)) {
                continue;
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Class<?> c = parameter.getType(); c != null; c = c.getSuperclass()) {
                    for (Field field : c.getDeclaredFields()) {
                        add(parameters, field, field.getGenericType());
                    }
                }
            } else if (!add(parameters, parameter, parameter.getParameterizedType())) {
                body(operation.method(), parameter, described);
            }
        }
        addCommon(operation, parameters);
        if (!parameters.isEmpty()) {
            described.set("parameters", parameters);
        }
    }

    /** Describes a parameter; returns whether it is one of the path, the query or the head. */
    private boolean add(ArrayNode parameters, AnnotatedElement element, Type type) {
        String[] place = place(element);
        if (place == null) {
            return false;
        }
        ObjectNode one = parameters.addObject().put("in", place[0]).put("name", place[1]);
        ObjectNode schema = schemas.of(type);
        Schemas.constrain(schema, element::getAnnotation);
        DefaultValue preset = element.getAnnotation(DefaultValue.class);
        if (preset != null) {
            schema.put("default", preset.value());
        }
        one.put("required", place[0].equals("path") || Schemas.isRequired(element::getAnnotation));
        one.set("schema", schema);
        return true;
    }

    /** What the host takes for every operation of a kind. */
    private static void addCommon(Operation operation, ArrayNode parameters) {
        String verb = operation.verb();
        if (verb.equals("POST") || verb.equals("PATCH")) {
            addText(parameters, "header", Idempotency.HEADER, "Sent again with the same key, it is done once.");
        } else if (verb.equals("GET") && List.of(produces(operation.method())).equals(List.of(JSON))) {
            addText(parameters, "query", "fields", "Only these fields are answered, such as id,name.");
        }
    }

    private static void addText(ArrayNode parameters, String in, String name, String description) {
        parameters
                .addObject()
                .put("in", in)
                .put("name", name)
                .put("description", description)
                .put("required", false)
                .putObject("schema")
                .put("type", "string");
    }

    private static String @Nullable [] place(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation instanceof PathParam path) {
                return new String[] {"path", path.value()};
            } else if (annotation instanceof QueryParam query) {
                return new String[] {"query", query.value()};
            } else if (annotation instanceof HeaderParam header) {
                return new String[] {"header", header.value()};
            } else if (annotation instanceof CookieParam cookie) {
                return new String[] {"cookie", cookie.value()};
            }
        }
        return null;
    }

    private void body(Method method, Parameter parameter, ObjectNode described) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        if (consumes == null) {
            consumes = method.getDeclaringClass().getAnnotation(Consumes.class);
        }
        boolean raw = InputStream.class.isAssignableFrom(parameter.getType());
        ObjectNode content =
                described.putObject("requestBody").put("required", true).putObject("content");
        for (String type :
                consumes != null ? consumes.value() : new String[] {raw ? "application/octet-stream" : JSON}) {
            content.putObject(type).set("schema", raw ? binary() : schemas.of(parameter.getParameterizedType()));
        }
    }

    private void responses(Operation operation, ObjectNode described) {
        Method method = operation.method();
        ObjectNode responses = described.putObject("responses");
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            responses.putObject("204").put("description", "Done");
        } else {
            ObjectNode content =
                    responses.putObject("2XX").put("description", "Done").putObject("content");
            for (String media : produces(method)) {
                ObjectNode schema = type == Response.class ? NODES.objectNode() : null;
                schema = StreamingOutput.class.isAssignableFrom(type) ? binary() : schema;
                content.putObject(media)
                        .set("schema", schema != null ? schema : schemas.of(method.getGenericReturnType()));
            }
        }
        if (operation.permission() != null) {
            problem(responses.putObject("401"), "Not signed in");
            problem(responses.putObject("403"), "Lacks the permission " + operation.permission());
        }
        problem(responses.putObject("default"), "A problem");
    }

    private static String[] produces(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        if (produces == null) {
            produces = method.getDeclaringClass().getAnnotation(Produces.class);
        }
        return produces == null ? new String[] {JSON} : produces.value();
    }

    private static ObjectNode binary() {
        return NODES.objectNode().put("type", "string").put("format", "binary");
    }

    private static void problem(ObjectNode response, String description) {
        response.put("description", description);
        response.putObject("content")
                .putObject(io.clientele.rest.internal.Problem.MEDIA_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
