package io.clientele.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The short way to the operations that need nothing of the resource framework: a tree of path segments. What is not found here, for
 * whatever reason, goes the framework's way, which also knows how to refuse it; where both can answer, they answer alike.
 */
final class DirectRoutes {
    private final Node root = new Node();

    /** One segment; a fixed one is preferred to a variable, as the standard has it. */
    private static final class Node {
        final Map<String, Node> children = new HashMap<>();
        final Map<String, DirectOperation> operations = new HashMap<>();
        final Map<String, Operation> known = new HashMap<>();
    }

    DirectRoutes(List<Registration> resources, JsonBody json, Constraints constraints) {
        for (Registration resource : resources) {
            for (Operation operation : resource.operations()) {
                add(operation, DirectOperation.of(resource, operation, json, constraints));
            }
        }
    }

    private void add(Operation operation, @Nullable DirectOperation direct) {
        PathTemplate template = PathTemplate.of(operation.template());
        List<String> keys = template == null ? PathTemplate.segments(operation.template()) : template.keys();
        Node node = root;
        for (String key : keys) {
            node = node.children.computeIfAbsent(key, k -> new Node());
        }
        // Two operations for one verb and path differ in what they consume or produce: the framework chooses.
        boolean ambiguous = node.known.putIfAbsent(operation.verb(), operation) != null;
        if (ambiguous) {
            node.operations.remove(operation.verb());
        } else if (direct != null) {
            node.operations.put(operation.verb(), direct);
        }
    }

    /** The operation that answers, or null if the framework has to be asked. */
    @Nullable
    DirectOperation find(HttpServletRequest request, String path) {
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0 || path.endsWith("/")) {
            return null;
        }
        Node node = at(path);
        DirectOperation operation = node == null ? null : node.operations.get(request.getMethod());
        return operation != null && operation.takes(request) ? operation : null;
    }

    /** What may be done at a path, whoever answers, in the order of the alphabet; nothing if there is no operation. */
    Set<String> verbs(String path) {
        Node node = at(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        Set<String> verbs = new TreeSet<>(node == null ? Set.of() : node.known.keySet());
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        if (!verbs.isEmpty()) {
            verbs.add("OPTIONS");
        }
        return verbs;
    }

    /** How long a body may be at most for an operation, whoever answers. */
    long bodyLimit(String verb, String path, long hostLimit) {
        Node node = at(path);
        Operation operation = node == null ? null : node.known.get(verb);
        return operation == null ? hostLimit : operation.bodyLimit(hostLimit);
    }

    private @Nullable Node at(String path) {
        Node node = root;
        int from = 1;
        while (from <= path.length()) {
            int to = path.indexOf('/', from);
            int end = to < 0 ? path.length() : to;
            Node next = end == from ? null : child(node, path.substring(from, end));
            if (next == null) {
                return null;
            }
            node = next;
            from = end + 1;
        }
        return node;
    }

    private static @Nullable Node child(Node node, String segment) {
        Node fixed = node.children.get(segment);
        return fixed == null ? node.children.get(PathTemplate.VARIABLE) : fixed;
    }
}
