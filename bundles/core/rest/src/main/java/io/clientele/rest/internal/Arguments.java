package io.clientele.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the arguments of one operation are read off a request, for operations that ask for nothing but texts from the path, the query and
 * the headers, beans of such texts, and a body.
 */
final class Arguments {
    private final List<Source> sources;
    private final boolean body;

    private Arguments(List<Source> sources, boolean body) {
        this.sources = sources;
        this.body = body;
    }

    /** What a request brings along. */
    record Asked(HttpServletRequest request, PathTemplate template, String path, JsonBody json) {}

    /** Where one argument comes from. */
    @FunctionalInterface
    interface Source {
        @Nullable
        Object read(Asked asked) throws IOException;
    }

    /** The arguments of a method, or null if it asks for something else. */
    static @Nullable Arguments of(Method method, PathTemplate template) {
        List<Source> sources = new ArrayList<>();
        boolean body = false;
        for (Parameter parameter : method.getParameters()) {
            if (isBody(parameter)) {
                if (body || !JsonBody.isJson(parameter.getType())) {
                    return null;
                }
                body = true;
                Type type = parameter.getParameterizedType();
                sources.add(asked -> asked.json.read(type, asked.request.getInputStream()));
            } else {
                Source source = parameter.isAnnotationPresent(BeanParam.class)
                        ? bean(parameter.getType(), template)
                        : text(parameter.getAnnotations(), parameter.getType(), template);
                if (source == null) {
                    return null;
                }
                sources.add(source);
            }
        }
        return new Arguments(sources, body);
    }

    private static boolean isBody(Parameter parameter) {
        int annotations = parameter.getAnnotations().length;
        return annotations == 0 || (annotations == 1 && parameter.isAnnotationPresent(Valid.class));
    }

    /** Whether a body is among them. */
    boolean takesBody() {
        return body;
    }

    @Nullable
    Object[] read(Asked asked) throws IOException {
        Object[] values = new Object[sources.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sources.get(i).read(asked);
        }
        return values;
    }

    /** Annotations beyond the one that names the source must be none, or constraints, which are checked afterwards. */
    private static @Nullable Source text(Annotation[] annotations, Class<?> type, PathTemplate template) {
        if (type != String.class) {
            return null;
        }
        Source found = null;
        for (Annotation annotation : annotations) {
            Source source = null;
            if (annotation instanceof PathParam path) {
                int position = template.position(path.value());
                source = position < 0 ? null : asked -> asked.template.value(asked.path, position);
            } else if (annotation instanceof QueryParam query) {
                source = asked ->
                        asked.request.getQueryString() == null ? null : asked.request.getParameter(query.value());
            } else if (annotation instanceof HeaderParam header) {
                source = asked -> asked.request.getHeader(header.value());
            } else if (isOfFramework(annotation)) {
                return null;
            }
            if (source != null) {
                found = source;
            }
        }
        return found;
    }

    /** Such as a default value or the wish for the encoded form, which only the resource framework grants. */
    private static boolean isOfFramework(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("jakarta.ws.rs.");
    }

    private static @Nullable Source bean(Class<?> type, PathTemplate template) {
        for (Method method : type.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                if (isOfFramework(annotation)) {
                    return null;
                }
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || !isAsked(field)) {
                    continue;
                }
                Source source = text(field.getAnnotations(), field.getType(), template);
                if (source == null || !field.trySetAccessible()) {
                    return null;
                }
                slots.add(new Slot(field, source));
            }
        }
        return bean(type, slots);
    }

    private static boolean isAsked(Field field) {
        for (Annotation annotation : field.getAnnotations()) {
            if (isOfFramework(annotation)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Source bean(Class<?> type, List<Slot> slots) {
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            return null;
        }
        return constructor.trySetAccessible() ? asked -> filled(constructor, slots, asked) : null;
    }

    private record Slot(Field field, Source source) {}

    private static Object filled(Constructor<?> constructor, List<Slot> slots, Asked asked) throws IOException {
        try {
            Object bean = Objects.requireNonNull(constructor.newInstance());
            for (Slot slot : slots) {
                Object value = slot.source.read(asked);
                if (value != null) {
                    slot.field.set(bean, value);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }
}
