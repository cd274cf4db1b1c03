package io.clientele.modules.internal.leak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a heap dump says is alive by itself, which threads there were, and which departed loaders are still there. */
final class Living implements HeapReader.Visitor {
    private final HeapReader reader;
    private final HeapTypes types;
    private final Set<Long> roots = new HashSet<>();
    private final Map<Long, Integer> frames = new HashMap<>();
    private final Map<Integer, Long> threads = new HashMap<>();
    private final Map<Long, Long> threadIds = new HashMap<>();
    private final Map<Long, Long> departed = new HashMap<>();

    /** Finds them, which is one pass. */
    Living(HeapReader reader, HeapTypes types) {
        this.reader = reader;
        this.types = types;
        reader.read(this);
    }

    @Override
    public void root(long object) {
        roots.add(object);
    }

    @Override
    public void inFrame(long object, int thread) {
        frames.put(object, thread);
    }

    @Override
    public void thread(long object, int number) {
        threads.put(number, object);
    }

    @Override
    public void instance(long object, long type, int position) {
        if (types.name(type).equals(DepartedLoader.class.getName())) {
            long number = reader.number(position + types.offsetOf(type, DepartedLoader.NUMBER_FIELD));
            departed.put(number, reader.number(position + types.offsetOf(type, "referent")));
        } else if (types.offsetOf(type, "threadLocals") >= 0 && types.extend(type, Thread.class.getName())) {
            threadIds.put(object, reader.number(position + types.offsetOf(type, "tid")));
        }
    }

    /** The class loader of that number; empty if it is gone. */
    Optional<Long> departed(long number) {
        return Optional.ofNullable(departed.get(number)).filter(loader -> loader != 0);
    }

    /** The thread that an object is. */
    Optional<Thread> thread(long object) {
        Long id = threadIds.get(object);
        return id == null
                ? Optional.empty()
                : Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getId() == id)
                        .findFirst();
    }

    /** The thread that works with an object. */
    Optional<Thread> worker(long object) {
        Integer number = frames.get(object);
        Long thread = number == null ? null : threads.get(number);
        return thread == null ? Optional.empty() : thread(thread);
    }

    boolean isRoot(long object) {
        return roots.contains(object) || frames.containsKey(object) || threads.containsValue(object);
    }
}
