package io.clientele.events.internal;

import io.clientele.events.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest events in the order in which this process saw them, counted from one. */
final class Recent {
    private static final int KEPT = 2_000;

    /** Positions of one process mean nothing to another, nor to the same one after a gap. */
    private String series = UUID.randomUUID().toString();

    private final Deque<Event> events = new ArrayDeque<>();
    private long end;

    synchronized void add(List<Event> newer) {
        events.addAll(newer);
        end += newer.size();
        while (events.size() > KEPT) {
            events.removeFirst();
        }
    }

    /** Forgets everything, as something may be missing. */
    synchronized void clear() {
        events.clear();
        end++;
        series = UUID.randomUUID().toString();
    }

    /** The position of the newest event. */
    synchronized long end() {
        return end;
    }

    /** A position as a reader keeps it. */
    synchronized String id(long position) {
        return series + "-" + position;
    }

    /** The position that a reader kept, or -1 if what followed is not known any more; the end for a reader that kept none. */
    synchronized long position(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return end;
        }
        String prefix = series + "-";
        if (!id.startsWith(prefix)) {
            return -1;
        }
        try {
            long position = Long.parseLong(id.substring(prefix.length()));
            return position <= end && position >= end - events.size() ? position : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Some events behind a position, or null if some of them are not kept any more. */
    synchronized @Nullable List<Event> after(long position, int limit) {
        long first = end - events.size();
        return position < first
                ? null
                : events.stream().skip(position - first).limit(limit).toList();
    }
}
