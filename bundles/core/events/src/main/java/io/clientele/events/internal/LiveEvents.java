package io.clientele.events.internal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Scope;
import io.clientele.events.Event;
import io.clientele.events.LiveNews;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.ShortId;
import io.clientele.rest.EventStream.Sink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows each open stream what happens to the customers that its reader may see at that moment. */
@Component(service = {LiveEvents.class, LiveNews.class})
public final class LiveEvents implements LiveNews {
    /** The permission of those who may listen. */
    public static final String PERMISSION = "customers:read";

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final int AT_ONCE = 100;

    /** Whoever would get more than this at once had better load again what it shows. */
    private static final int BURST = 200;

    /** A reader connects again after this time, and so signs in again with the rights it has by then. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));
    private final Callers callers;
    private final Customers customers;
    private final Clock clock;
    private final Recent recent = new Recent();
    private final Map<String, Object> news = new TreeMap<>();
    private final Set<Listening> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), DaemonThreads.named("clientele-events-stream"));
    private Runnable detach = () -> {};

    /** One event as a reader gets it. */
    record Shown(String type, @Nullable String customer, Instant at, @JsonRawValue String detail) {
        static Shown of(Event event) {
            Long customer = event.customer();
            return new Shown(
                    event.type(), customer == null ? null : ShortId.format(customer), event.at(), event.detail());
        }
    }

    /** A reader, and what it has been shown. */
    private static final class Listening {
        private final Caller caller;
        private final Sink sink;
        private final Instant until;
        private long position;

        Listening(Caller caller, Sink sink, Instant until, long position) {
            this.caller = caller;
            this.sink = sink;
            this.until = until;
            this.position = position;
        }
    }

    @Activate
    public LiveEvents(@Reference FeedsComponent feeds, @Reference Callers callers, @Reference Customers customers) {
        this(callers, customers, Clock.systemUTC());
        Tail tail = feeds.running().tail();
        Consumer<List<Event>> listener = this::happened;
        tail.add(listener);
        detach = () -> tail.remove(listener);
    }

    LiveEvents(Callers callers, Customers customers, Clock clock) {
        this.callers = callers;
        this.customers = customers;
        this.clock = clock;
        sender.allowCoreThreadTimeOut(true);
    }

    /** Shows the current caller what happens from now on, or since the event that it saw last if that is not long ago. */
    public void open(Sink sink, @Nullable String lastSeen) {
        Caller caller = callers.require(PERMISSION);
        long since = recent.position(lastSeen);
        long position = since < 0 ? recent.end() : since;
        Listening listening = new Listening(caller, sink, clock.instant().plus(LONGEST), position);
        sink.send(since < 0 ? "reset" : "ready", Map.of(), recent.id(position));
        synchronized (news) {
            open.add(listening);
            news.forEach(sink::send);
        }
        sink.onClose(() -> open.remove(listening));
        wake();
    }

    @Override
    public void show(String kind, Object value) {
        // No reader may get the states of one kind in the wrong order.
        synchronized (news) {
            news.put(kind, value);
            open.forEach(listening -> listening.sink.send(kind, value));
        }
    }

    @Override
    public void withdraw(String kind) {
        synchronized (news) {
            news.remove(kind);
        }
    }

    /** Takes what the tail has read; nothing says that something may be missing. */
    void happened(List<Event> events) {
        if (events.isEmpty()) {
            recent.clear();
        } else {
            recent.add(events);
        }
        wake();
    }

    private void wake() {
        if (sender.getQueue().isEmpty() && !open.isEmpty()) {
            try {
                sender.execute(() -> open.forEach(this::serve));
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping", e);
            }
        }
    }

    private void serve(Listening listening) {
        try {
            if (clock.instant().isAfter(listening.until)) {
                listening.sink.close();
                return;
            }
            List<Event> next =
                    recent.end() - listening.position > BURST ? null : recent.after(listening.position, AT_ONCE);
            while (next != null && !next.isEmpty()) {
                show(listening, next);
                next = recent.after(listening.position, AT_ONCE);
            }
            if (next == null) {
                listening.position = recent.end();
                listening.sink.send("reset", Map.of(), recent.id(listening.position));
            }
        } catch (RuntimeException e) {
            // The reader connects again and goes on where it was.
            LOG.warn("A stream of events ends: {}", e.toString());
            listening.sink.close();
        }
    }

    private void show(Listening listening, List<Event> events) {
        Set<Long> visible = visible(listening.caller, events);
        for (Event event : events) {
            listening.position++;
            Long customer = event.customer();
            boolean shown = customer == null ? listening.caller.scope() == Scope.ALL : visible.contains(customer);
            if (shown) {
                listening.sink.send("event", Shown.of(event), recent.id(listening.position));
            }
        }
    }

    private Set<Long> visible(Caller caller, List<Event> events) {
        Set<Long> asked =
                events.stream().map(Event::customer).filter(Objects::nonNull).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Set.of();
        }
        String filter = asked.stream().map(ShortId::format).collect(Collectors.joining(",", "id=in=(", ")"));
        CustomerQuery query = new CustomerQuery(filter, null, AT_ONCE, null, false);
        return callers.as(caller, () -> new HashSet<>(customers.list(query, ID).items()));
    }

    @Deactivate
    void close() {
        detach.run();
        sender.shutdownNow();
        open.forEach(listening -> listening.sink.close());
    }
}
