package io.clientele.rest.internal;

import io.clientele.kernel.UnauthenticatedException;
import io.clientele.rest.spi.Identity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/** What is known about one request while it is served; used by its thread alone. */
final class Call {
    static final String ATTRIBUTE = "io.clientele.rest.call";

    final HttpServletRequest request;
    final HttpServletResponse response;
    final String traceId;
    final long startedNanos = System.nanoTime();

    @Nullable
    Identity identity;

    /** Set when credentials were sent that prove nothing; it matters only to operations that need an identity. */
    @Nullable
    UnauthenticatedException refusal;

    @Nullable
    Operation operation;

    boolean signInAvailable;
    long hostBodyLimit;
    BoundedBody.@Nullable Stream body;

    /** Set when the answer is a stream that goes on after the request's thread is done. */
    @Nullable
    OpenStream stream;

    Call(HttpServletRequest request, HttpServletResponse response, String traceId) {
        this.request = request;
        this.response = response;
        this.traceId = traceId;
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
