package io.clientele.modules.internal.leak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The classes of a heap dump: what they are called, and where their instances hold references. */
final class HeapTypes implements HeapReader.Visitor {
    private static final int[] NO_OFFSETS = {};
    private final HeapReader reader;
    private final Map<Long, long[]> texts = new HashMap<>();
    private final Map<Long, Long> names = new HashMap<>();
    private final Map<Long, HeapType> types = new HashMap<>();
    private final Map<Long, int[]> offsets = new HashMap<>();

    /** Reads them all, which is one pass. */
    HeapTypes(HeapReader reader) {
        this.reader = reader;
        reader.read(this);
    }

    @Override
    public void text(long id, int position, int length) {
        texts.put(id, new long[] {position, length});
    }

    @Override
    public void typeName(long type, long text) {
        names.put(type, text);
    }

    @Override
    public void type(HeapType type) {
        types.put(type.id(), type);
    }

    private String text(long id) {
        long[] place = texts.get(id);
        return place == null ? "?" : reader.text((int) place[0], (int) place[1]);
    }

    /** As in a source, with dots. */
    String name(long type) {
        Long text = names.get(type);
        return text == null ? "?" : text(text).replace('/', '.');
    }

    boolean isType(long object) {
        return types.containsKey(object);
    }

    /** The class loader of a class, or 0. */
    long loader(long type) {
        HeapType found = types.get(type);
        return found == null ? 0 : found.loader();
    }

    /** The class itself and those it extends, the nearest first. */
    List<HeapType> line(long type) {
        List<HeapType> line = new ArrayList<>();
        for (HeapType each = types.get(type); each != null; each = types.get(each.parent())) {
            line.add(each);
        }
        return line;
    }

    boolean extend(long type, String ancestor) {
        return line(type).stream().anyMatch(each -> name(each.id()).equals(ancestor));
    }

    /** Where, from the begin of an instance on, the references are that keep something alive. */
    int[] references(long type) {
        return offsets.computeIfAbsent(type, this::strong);
    }

    private int[] strong(long type) {
        // A referent keeps nothing alive, except softly.
        boolean weak = extend(type, "java.lang.ref.Reference") && !extend(type, "java.lang.ref.SoftReference");
        List<Integer> found = new ArrayList<>();
        each(type, (field, offset) -> {
            if (field.isReference() && !(weak && text(field.name()).equals("referent"))) {
                found.add(offset);
            }
        });
        return found.isEmpty()
                ? NO_OFFSETS
                : found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void each(long type, BiConsumer<HeapType.Field, Integer> visitor) {
        int offset = 0;
        for (HeapType each : line(type)) {
            for (HeapType.Field field : each.fields()) {
                visitor.accept(field, offset);
                offset += field.bytes();
            }
        }
    }

    /** What the field there is called. */
    String fieldAt(long type, int offset) {
        List<String> found = new ArrayList<>();
        each(type, (field, at) -> {
            if (at == offset) {
                found.add(text(field.name()));
            }
        });
        return String.join("", found);
    }

    /** Where the field of that name is; of several, the one of the nearest class. */
    int offsetOf(long type, String name) {
        List<Integer> found = new ArrayList<>();
        each(type, (field, at) -> {
            if (text(field.name()).equals(name)) {
                found.add(at);
            }
        });
        return found.isEmpty() ? -1 : found.get(0);
    }

    /** Every static reference, of the class that holds it. */
    void statics(Edge edge) {
        for (HeapType type : types.values()) {
            type.statics().forEach(held -> edge.met(type.id(), held.value(), () -> text(held.name())));
            edge.met(type.id(), type.loader(), () -> "its class loader");
            edge.met(type.id(), type.parent(), () -> "its superclass");
        }
    }

    /** A reference from one object to another, and how it is called. */
    interface Edge {
        void met(long from, long to, java.util.function.Supplier<String> name);
    }
}
