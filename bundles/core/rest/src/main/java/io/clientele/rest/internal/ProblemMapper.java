package io.clientele.rest.internal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;
import java.util.function.Function;

/** The one place where a failure inside a resource becomes an answer. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private final Function<String, Set<String>> verbs;

    /** With what may be done at a path: the framework names what it can do in general. */
    ProblemMapper(Function<String, Set<String>> verbs) {
        this.verbs = verbs;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Call call = Call.current();
        Problem problem = Problems.of(failure, call);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problems.toBytes(problem, call, call.response));
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.retryAfterSeconds() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        if (failure instanceof WebApplicationException && problem.status() == 405) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", verbs.apply(call.request.getRequestURI())));
        }
        return answer.build();
    }
}
