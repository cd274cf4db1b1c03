package io.clientele.rest.internal;

import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.Identity;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The one door of the host: every request that is well-formed HTTP passes here. */
public final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String API = "/api/";

    private final transient Dispatcher dispatcher;
    private final transient SignIn signIn = new SignIn();
    private final transient Limits limits;

    public Front(Dispatcher dispatcher, Limits limits) {
        this.dispatcher = dispatcher;
        this.limits = limits;
    }

    /** Who tells identities. */
    public void use(@Nullable Authenticator authenticator) {
        signIn.use(authenticator);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = new Call(request, response, TraceIds.of(request.getHeader("traceparent")));
        call.hostBodyLimit = limits.bodyBytes();
        request.setAttribute(Call.ATTRIBUTE, call);
        response.setHeader("X-Trace-Id", call.traceId);
        MDC.put("traceId", call.traceId);
        try {
            Problem refused = answer(call);
            if (refused != null) {
                Problems.send(refused, call);
            }
        } catch (Exception | LinkageError e) {
            Problems.send(Problems.of(e, call), call);
        } finally {
            MDC.remove("traceId");
        }
    }

    private @Nullable Problem answer(Call call) throws IOException {
        String path = call.request.getRequestURI();
        if (!path.startsWith(API)) {
            return Problem.of(404, "There is nothing at this address");
        }
        Problem refused = signIn.identify(call);
        if (refused != null) {
            return refused;
        }
        return dispatch(call) ? null : Problem.of(404, "There is nothing at this address");
    }

    private boolean dispatch(Call call) throws IOException {
        HttpServletRequest bounded = new BoundedBody(call);
        Identity identity = call.identity;
        if (identity == null) {
            return dispatcher.serve(getServletConfig(), bounded, call.response);
        }
        Identity.Scope scope = identity.enter();
        try {
            return dispatcher.serve(getServletConfig(), bounded, call.response);
        } finally {
            scope.close();
        }
    }
}
