package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.clientele.rest.EventStream;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One stream of events. Writes only when the connection takes more, so no thread ever waits for a slow reader. */
final class OpenStream implements EventStream.Sink, WriteListener {
    private static final int MOST_WAITING = 256;

    private final Call call;
    private final ObjectWriter writer;
    private final Class<?> source;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final List<Runnable> followers = new ArrayList<>();
    private @Nullable AsyncContext async;
    private @Nullable ServletOutputStream out;
    private boolean writable;
    private boolean unflushed;
    private boolean ending;
    private boolean broken;
    private boolean over;

    OpenStream(Call call, ObjectMapper mapper, Class<?> source) {
        this.call = call;
        this.writer = ToldTexts.in(call.speech(), mapper.writer());
        this.source = source;
    }

    Class<?> source() {
        return source;
    }

    Call call() {
        return call;
    }

    /** Answers the request with what was sent so far, and stays. */
    void start() throws IOException {
        call.response.setStatus(200);
        call.response.setContentType("text/event-stream;charset=utf-8");
        AsyncContext begun = call.request.startAsync(call.request, call.response);
        begun.setTimeout(0);
        ServletOutputStream stream = call.response.getOutputStream();
        synchronized (this) {
            async = begun;
            out = stream;
            unflushed = true;
        }
        stream.setWriteListener(this);
    }

    @Override
    public boolean send(String event, Object data) {
        return write("event: " + line(event) + "\ndata: ", data);
    }

    @Override
    public boolean send(String event, Object data, String id) {
        return write("id: " + line(id) + "\nevent: " + line(event) + "\ndata: ", data);
    }

    private static String line(String text) {
        return text.replaceAll("[\\r\\n]", " ");
    }

    private boolean write(String head, Object data) {
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            // JSON as we write it has no line ends, which would end the event.
            text.writeBytes(writer.writeValueAsBytes(data));
            text.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
            return enqueue(text.toByteArray());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event's data cannot be written as JSON", e);
        }
    }

    boolean enqueue(byte[] bytes) {
        boolean kept;
        synchronized (this) {
            if (over || ending) {
                return false;
            }
            kept = waiting.size() < MOST_WAITING;
            if (kept) {
                waiting.add(bytes);
                drain();
                kept = !broken;
            }
        }
        if (!kept) {
            end();
        }
        return kept;
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            writable = true;
            drain();
        }
        finishIfDone();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    private void drain() {
        ServletOutputStream stream = out;
        if (stream == null || !writable || over) {
            return;
        }
        try {
            while (stream.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    stream.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    stream.flush();
                } else {
                    return;
                }
            }
            writable = false;
        } catch (IOException | IllegalStateException e) {
            // The reader is gone.
            broken = true;
            waiting.clear();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            ending = true;
        }
        finishIfDone();
    }

    private void finishIfDone() {
        boolean done;
        synchronized (this) {
            done = broken || (ending && waiting.isEmpty() && !unflushed && (async == null || writable));
        }
        if (done) {
            end();
        }
    }

    private void end() {
        List<Runnable> told;
        AsyncContext begun;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            told = List.copyOf(followers);
            followers.clear();
            begun = async;
        }
        if (begun != null) {
            begun.complete();
        }
        told.forEach(Runnable::run);
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (this) {
            if (!over) {
                followers.add(action);
                return;
            }
        }
        action.run();
    }
}
