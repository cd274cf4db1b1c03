package io.clientele.rest;

import java.util.function.Consumer;

/**
 * An answer of server-sent events ({@code text/event-stream}). A resource returns one from a method that
 * {@code @Produces("text/event-stream")}; the host keeps the connection open without holding a thread, sends a sign of life every fifteen
 * seconds, and answers 503 when too many streams are open.
 *
 * <pre>{@code return EventStream.of(sink -> imports.watch(id, sink)); }</pre>
 */
public final class EventStream {
    private final Consumer<Sink> opened;

    private EventStream(Consumer<Sink> opened) {
        this.opened = opened;
    }

    /** A stream; {@code opened} is called once, on the request's thread, with where to send events to from then on. */
    public static EventStream of(Consumer<Sink> opened) {
        return new EventStream(opened);
    }

    /** Called by the host when the stream is open. */
    public void open(Sink sink) {
        opened.accept(sink);
    }

    /** The reader's end. Safe for use by many threads; none of its methods waits for the reader. */
    public interface Sink extends AutoCloseable {
        /**
         * Sends one event, whose {@code data} is written as JSON. Returns false if the reader is gone or too slow to be served any longer:
         * then stop.
         */
        boolean send(String event, Object data);

        /**
         * As {@link #send(String, Object)}, with an id that the reader sends back as {@code Last-Event-ID} when it connects again; a sink
         * whose reader cannot connect again may leave it out.
         */
        default boolean send(String event, Object data, String id) {
            return send(event, data);
        }

        /** Runs {@code action} once the stream has ended, whoever ended it; at once if it has. */
        void onClose(Runnable action);

        /** Ends the stream after the events sent so far. */
        @Override
        void close();
    }
}
