package io.clientele.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open event streams: bounded in number, kept alive, ended when what feeds them goes. */
final class Streams implements AutoCloseable {
    /** How many may be open at once: one for each page that somebody looks at. */
    static final int MOST = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int PULSE_SECONDS = 15;
    private static final int CHECK_SECONDS = 2;
    private static final byte[] PULSE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private volatile Predicate<Call> entitled = call -> true;
    private @Nullable ScheduledExecutorService pulse;

    /** Ends a stream from now on within seconds of its reader's not being {@code entitled} to it any more. */
    void endUnless(Predicate<Call> entitled) {
        this.entitled = entitled;
    }

    /** A stream that is fed but not sent before {@link OpenStream#start}. */
    OpenStream create(Call call, ObjectMapper mapper, Class<?> source) {
        if (open.size() >= MOST) {
            throw new UnavailableException("Too many event streams are open", LATER);
        }
        OpenStream stream = new OpenStream(call, mapper, source);
        open.add(stream);
        stream.onClose(() -> open.remove(stream));
        beat();
        return stream;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
    private synchronized void beat() {
        if (pulse == null) {
            pulse = Executors.newSingleThreadScheduledExecutor(
                    DaemonThreads.named("clientele-rest-streams", Streams.class));
            pulse.scheduleAtFixedRate(
                    () -> open.forEach(stream -> stream.enqueue(PULSE)),
                    PULSE_SECONDS,
                    PULSE_SECONDS,
                    TimeUnit.SECONDS);
            pulse.scheduleWithFixedDelay(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void check() {
        try {
            open.stream().filter(stream -> !entitled.test(stream.call())).forEach(OpenStream::close);
        } catch (RuntimeException e) {
            LOG.debug("Nobody can tell at the moment who may read on; asked again soon", e);
        }
    }

    /** Ends the streams that objects of a class feed. */
    void closeFrom(Class<?> source) {
        open.stream().filter(stream -> stream.source() == source).forEach(OpenStream::close);
    }

    @Override
    public synchronized void close() {
        open.forEach(OpenStream::close);
        if (pulse != null) {
            pulse.shutdownNow();
        }
    }
}
