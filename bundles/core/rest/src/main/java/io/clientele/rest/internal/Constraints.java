package io.clientele.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Checks the constraints on resource methods' parameters. Nothing of the validator is loaded before the first check. */
final class Constraints {
    private volatile @Nullable ExecutableValidator validator;

    void check(Object resource, Method method, Object[] arguments) {
        Set<ConstraintViolation<Object>> violations = validator().validateParameters(resource, method, arguments);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations.stream()
                    .map(v -> new Violation(pointer(v, method), sentence(v.getMessage())))
                    .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                    .toList());
        }
    }

    private ExecutableValidator validator() {
        ExecutableValidator made = validator;
        if (made == null) {
            made = create().forExecutables();
            validator = made;
        }
        return made;
    }

    private static Validator create() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = HibernateValidator.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            // Messages speak one language, like every other problem; the expression language is left out, so input is
            // never evaluated.
            return Validation.byProvider(HibernateValidator.class)
                    .providerResolver(() -> List.of(new HibernateValidator()))
                    .configure()
                    .ignoreXmlConfiguration()
                    .defaultLocale(Locale.ENGLISH)
                    .externalClassLoader(own)
                    .messageInterpolator(
                            new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
                    .buildValidatorFactory()
                    .getValidator();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    /** A JSON pointer into the body, or the name of a parameter that is not the body. */
    private static String pointer(ConstraintViolation<Object> violation, Method method) {
        StringBuilder pointer = new StringBuilder();
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getKind() == ElementKind.PARAMETER) {
                int index = node.as(Path.ParameterNode.class).getParameterIndex();
                String name = parameterName(method.getParameterAnnotations()[index]);
                if (name != null) {
                    return name;
                }
            } else if (node.getKind() != ElementKind.METHOD) {
                append(pointer, node, nodes.hasNext() ? null : violation.getLeafBean());
            }
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node, @Nullable Object bean) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(node.getKey());
        }
        if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(bean == null ? node.getName() : sentName(bean.getClass(), node.getName()));
        }
    }

    /** What a field is called in JSON, where that is not its name in Java. */
    private static String sentName(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                JsonProperty property = field.getAnnotation(JsonProperty.class);
                if (property != null
                        && field.getName().equals(name)
                        && !property.value().isEmpty()) {
                    return property.value();
                }
            }
        }
        return name;
    }

    private static @Nullable String parameterName(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            } else if (annotation instanceof PathParam path) {
                return path.value();
            } else if (annotation instanceof HeaderParam header) {
                return header.value();
            } else if (annotation instanceof FormParam form) {
                return form.value();
            }
        }
        return null;
    }
}
