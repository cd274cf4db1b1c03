package io.clientele.rest.internal;

import io.clientele.kernel.UnauthenticatedException;
import io.clientele.persistence.Deadline;
import io.clientele.rest.spi.Credentials;
import io.clientele.rest.spi.Identity;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/** What is known about one request while it is served; used by its thread alone. */
final class Call {
    static final String ATTRIBUTE = "io.clientele.rest.call";

    private static final int SHORT_BODY_BYTES = 64 * 1024;

    final HttpServletRequest request;
    final HttpServletResponse response;
    final String traceId;
    final Limits limits;
    final Deadline deadline;
    final long startedNanos = System.nanoTime();

    @Nullable
    Identity identity;

    /** What the identity was proved with. */
    @Nullable
    Credentials credentials;

    /** Set when credentials were sent that prove nothing; it matters only to operations that need an identity. */
    @Nullable
    UnauthenticatedException refusal;

    @Nullable
    Operation operation;

    boolean signInAvailable;
    BoundedBody.@Nullable Stream body;

    /** Set when the answer is a stream that goes on after the request's thread is done. */
    @Nullable
    OpenStream stream;

    private final Phrases phrases;

    Call(HttpServletRequest request, HttpServletResponse response, Limits limits, Phrases phrases) {
        this.limits = limits;
        this.phrases = phrases;
        this.deadline = Deadline.after(limits.requestTime());
        this.request = request;
        this.response = response;
        this.traceId = TraceIds.of(request.getHeader("traceparent"));
    }

    /**
     * Reads and drops what is left of a short body that nobody wanted. The server would have to close the connection otherwise, and a
     * sender who keeps it for the next request would find it dead.
     */
    void dropShortBody() {
        long length = request.getContentLengthLong();
        if (length <= 0 || length > SHORT_BODY_BYTES || stream != null) {
            return;
        }
        try {
            ServletInputStream rest = request.getInputStream();
            long patience = limits.bodyPatience().toNanos();
            if (body == null) {
                BoundedBody.dropWhatComes(rest, length, patience);
            } else if (!rest.isFinished()) {
                BoundedBody.drop(rest, length, patience);
            }
        } catch (IOException | IllegalStateException e) {
            // It was read already, or its sender is gone: either way nothing is left to drop.
            return;
        }
    }

    /** How its sender wants to be spoken to. */
    Speech speech() {
        List<String> said = Collections.list(request.getHeaders(Speech.ACCEPT_LANGUAGE));
        return phrases.speechFor(said.isEmpty() ? null : String.join(",", said));
    }

    /** The call that the resource framework is serving on this thread. */
    static Call current() {
        Message in = PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
        return of((HttpServletRequest) Objects.requireNonNull(in.get(AbstractHTTPDestination.HTTP_REQUEST)));
    }

    static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }
}
