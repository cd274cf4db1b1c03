package io.clientele.access.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    @Test
    void every_operation_names_its_permission_or_is_public() throws Exception {
        List<Method> operations = resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getMethods()))
                .filter(PermissionsTest::isOperation)
                .toList();

        assertThat(operations).hasSizeGreaterThan(15);
        assertThat(operations)
                .allMatch(method ->
                        method.isAnnotationPresent(Requires.class) != method.isAnnotationPresent(Public.class));
        assertThat(operations)
                .filteredOn(method -> method.isAnnotationPresent(Public.class))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("signIn", "signOut");
    }

    /** Those that the compiler left, so that a new one cannot be forgotten here. */
    private static List<Class<?>> resources() throws IOException, URISyntaxException, ClassNotFoundException {
        var folder = java.nio.file.Path.of(
                UserResource.class.getResource("UserResource.class").toURI());
        try (var files = Files.list(folder.getParent())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> "io.clientele.access.internal.rest." + name.substring(0, name.length() - 6))
                    .toList();
            List<Class<?>> found = new ArrayList<>();
            for (String name : names) {
                found.add(Class.forName(name));
            }
            found.removeIf(type -> !type.isAnnotationPresent(Path.class));
            return found;
        }
    }

    private static boolean isOperation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
