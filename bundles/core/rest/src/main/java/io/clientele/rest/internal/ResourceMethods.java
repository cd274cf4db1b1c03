package io.clientele.rest.internal;

import io.clientele.rest.BodyLimit;
import io.clientele.rest.LongRunning;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Reads the operations off a resource class, and refuses the class as a whole if one of them says not who may call it. */
final class ResourceMethods {
    private static final String PREFIX = "/api/";
    private static final int STATUS_CLASSES = 6;

    private ResourceMethods() {}

    /** A resource that cannot be served; the message says why. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** The path in front of all of a class's operations, without a slash at its end. */
    static String root(Class<?> type) {
        Path path = find(type);
        String root = path == null ? "" : join("", path.value());
        if (!root.startsWith(PREFIX)) {
            throw new Refused(type.getName() + " has no @Path that starts with " + PREFIX);
        }
        return root;
    }

    private static @Nullable Path find(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Path path = c.getAnnotation(Path.class);
            if (path != null) {
                return path;
            }
        }
        return null;
    }

    static List<Operation> of(Class<?> type) {
        String root = root(type);
        List<Operation> operations = new ArrayList<>();
        for (Method method : type.getMethods()) {
            String verb = verb(method);
            if (verb != null) {
                operations.add(operation(method, verb, root));
            } else if (method.isAnnotationPresent(Path.class)) {
                throw new Refused(named(method) + " is a sub-resource locator, whose operations cannot be guarded");
            }
        }
        if (operations.isEmpty()) {
            throw new Refused(type.getName() + " has no operation");
        }
        return operations;
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static Operation operation(Method method, String verb, String root) {
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null && !method.isAnnotationPresent(Public.class)) {
            throw new Refused(named(method) + " has neither @Requires nor @Public");
        }
        Path path = method.getAnnotation(Path.class);
        BodyLimit limit = method.getAnnotation(BodyLimit.class);
        return new Operation(
                method,
                verb,
                path == null ? root : join(root, path.value()),
                requires == null ? null : requires.value(),
                limit == null ? -1 : limit.value(),
                method.isAnnotationPresent(LongRunning.class),
                isConstrained(method),
                new AtomicReferenceArray<>(STATUS_CLASSES));
    }

    private static String named(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }

    private static String join(String root, String path) {
        String joined = root + (path.startsWith("/") ? path : "/" + path);
        return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static boolean isConstrained(Method method) {
        for (Parameter parameter : method.getParameters()) {
            for (Annotation annotation : parameter.getAnnotations()) {
                if (annotation instanceof Valid || annotation.annotationType().isAnnotationPresent(Constraint.class)) {
                    return true;
                }
            }
        }
        return false;
    }
}
