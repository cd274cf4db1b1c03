package io.clientele.modules.internal.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a chain of references into words, from whoever should have let go to the module's own class. */
final class HolderNames {
    private final HeapTypes types;
    private final Living living;

    HolderNames(HeapTypes types, Living living) {
        this.types = types;
        this.living = living;
    }

    /** Such as {@code thread "clientele-http-3", ThreadLocal → io.example.Leak}. */
    String of(List<Link> chain, long loader) {
        List<String> words = new ArrayList<>();
        int owner = owner(chain, loader);
        if (owner == 0 && !isThread(chain.get(0))) {
            living.worker(chain.get(0).object()).ifPresent(thread -> words.add(name(thread)));
        }
        for (Link link : chain.subList(owner, chain.size())) {
            if (isOf(link, loader)) {
                words.add(typeName(link));
                break;
            }
            if (!isDetail(link)) {
                words.add(name(link));
            }
        }
        return String.join(" → ", words);
    }

    /** Nearest to the module stands whoever is neither a part of Java nor of the framework: that is where to look. */
    private int owner(List<Link> chain, long loader) {
        int owner = 0;
        for (int i = 0; i < chain.size() && !isOf(chain.get(i), loader); i++) {
            owner = isThread(chain.get(i)) || isSomebodys(typeName(chain.get(i))) ? i : owner;
        }
        return owner;
    }

    private boolean isThread(Link link) {
        return living.thread(link.object()).isPresent();
    }

    private static boolean isSomebodys(String type) {
        return List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.apache.felix.framework.", "[").stream()
                .noneMatch(type::startsWith);
    }

    private boolean isOf(Link link, long loader) {
        return types.loader(link.type() == 0 ? link.object() : link.type()) == loader;
    }

    /** The inside of a ThreadLocal says nothing that its thread does not. */
    private boolean isDetail(Link link) {
        return typeName(link).contains("java.lang.ThreadLocal$");
    }

    private String typeName(Link link) {
        return types.name(link.type() == 0 ? link.object() : link.type());
    }

    private String name(Link link) {
        String field = link.field().isEmpty() ? "" : "." + link.field();
        return living.thread(link.object())
                .map(thread -> name(thread) + role(link.field()))
                .orElseGet(() -> simple(typeName(link)) + field);
    }

    private static String name(Thread thread) {
        return "thread \"" + thread.getName() + "\"";
    }

    private static String role(String field) {
        return field.toLowerCase(Locale.ROOT).endsWith("threadlocals") ? ", ThreadLocal" : "." + field;
    }

    /** Java's own classes are known without their packages. */
    private static String simple(String type) {
        if (type.startsWith("[")) {
            return simple(type.substring(type.lastIndexOf('[') + 1).replaceAll("^L|;$", "")) + "[]";
        }
        return type.startsWith("java.") ? type.substring(type.lastIndexOf('.') + 1) : type;
    }
}
