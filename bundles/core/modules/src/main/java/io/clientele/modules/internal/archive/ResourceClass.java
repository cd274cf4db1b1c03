package io.clientele.modules.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A REST resource, read off its compiled class without loading it.
 *
 * @param className with dots
 * @param root the path in front of all operations
 */
public record ResourceClass(String className, String root, List<Operation> operations) {
    private static final String PATH = "Ljakarta/ws/rs/Path;";
    private static final String REQUIRES = "Lio/clientele/rest/Requires;";
    private static final String VERBS = "Ljakarta/ws/rs/";

    /** One operation; {@code permission} is null if anyone may call it. */
    public record Operation(String verb, String path, @Nullable String permission) {}

    /** The resource that these bytes define, unless they define another class or none. */
    static Optional<ResourceClass> read(byte[] bytes) {
        try {
            ClassFile file = ClassFile.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            String root = file.annotations().get(PATH);
            if (root == null) {
                return Optional.empty();
            }
            String prefix = join("", root);
            List<Operation> operations = new ArrayList<>();
            for (Map<String, String> method : file.methods()) {
                verb(method)
                        .ifPresent(verb -> operations.add(new Operation(
                                verb, join(prefix, method.getOrDefault(PATH, "")), method.get(REQUIRES))));
            }
            return Optional.of(new ResourceClass(file.name(), prefix, operations));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw Refusal.because("it holds a class file that cannot be read");
        }
    }

    /** The same for two paths if only one of them would be served. */
    public static String shape(String root) {
        return join("", root).replaceAll("\\{[^}]*\\}", "{}");
    }

    private static Optional<String> verb(Map<String, String> annotations) {
        return annotations.keySet().stream()
                .filter(type -> type.startsWith(VERBS))
                .map(type -> type.substring(VERBS.length(), type.length() - 1))
                .filter(name -> !name.isEmpty() && name.chars().allMatch(Character::isUpperCase))
                .findFirst();
    }

    private static String join(String root, String path) {
        if (path.isEmpty()) {
            return root;
        }
        String joined = root + (path.startsWith("/") ? path : "/" + path);
        return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
