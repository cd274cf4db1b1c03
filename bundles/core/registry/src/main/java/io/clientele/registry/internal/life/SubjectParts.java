package io.clientele.registry.internal.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.kernel.DaemonThreads;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every module for what it keeps about a customer; one that is away, throws or overruns is named. */
public final class SubjectParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectParts.class);
    /** Modules that hang keep theirs. */
    private static final int MOST_THREADS = 16;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Callers callers;
    private final Duration patience;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            MOST_THREADS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.named("clientele-subject", SubjectParts.class));

    /** How a module answered. */
    public enum State {
        /** {@link Part#data} is all that it keeps. */
        COMPLETE,
        /** It is not here, or hangs. */
        AWAY,
        /** It could not answer; the log says why. */
        FAILED
    }

    /** What one module answered about a customer, or about one that became part of it. */
    public record Part(String module, CustomerId customer, State state, @Nullable JsonNode data) {}

    SubjectParts(Callers callers, Duration patience) {
        this.callers = callers;
        this.patience = patience;
    }

    List<Part> of(CustomerId customer, Map<String, @Nullable LifeCycleParticipant> participants) {
        List<Part> parts = new ArrayList<>();
        participants.forEach((module, participant) -> parts.add(
                participant == null
                        ? new Part(module, customer, State.AWAY, null)
                        : ask(customer, module, participant)));
        return parts;
    }

    private Part ask(CustomerId customer, String module, LifeCycleParticipant participant) {
        Caller caller = callers.current();
        try {
            Future<String> answer = threads.submit(() -> callers.as(caller, () -> participant.subjectData(customer)));
            String data = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Part(module, customer, State.COMPLETE, read(data));
        } catch (ExecutionException
                | TimeoutException
                | JsonProcessingException
                | IllegalArgumentException
                | RejectedExecutionException e) {
            // Its thread is not interrupted: one that reads the embedded database would close it for everybody.
            LOG.error("{} cannot tell what it keeps about customer {}", module, customer, e);
            return new Part(module, customer, State.FAILED, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Part(module, customer, State.FAILED, null);
        }
    }

    /** What a module told; null and nothing at all are no JSON, whatever the parser makes of them. */
    private static JsonNode read(String data) throws JsonProcessingException {
        JsonNode told = JSON.readTree(data);
        if (told.isMissingNode()) {
            throw new IllegalArgumentException("an empty text is no JSON");
        }
        return told;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
