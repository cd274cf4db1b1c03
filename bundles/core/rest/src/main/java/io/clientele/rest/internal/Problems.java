package io.clientele.rest.internal;

import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.GoneException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ProblemException;
import io.clientele.kernel.ThrottledException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DuplicateKeyException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a request failed with into the one kind of answer there is for it, and logs what was our fault, once. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Repetitions REPETITIONS = new Repetitions(Duration.ofMinutes(1), System::nanoTime);

    private Problems() {}

    static Problem of(Throwable failure, Call call) {
        if (failure instanceof ProblemException problem) {
            return of(problem);
        }
        if (failure instanceof BoundedBody.TooLarge tooLarge) {
            return Problem.of(413, "At most " + tooLarge.limit + " bytes");
        }
        if (failure instanceof BoundedBody.TooSlow) {
            return Problem.of(408, "The body came too slowly");
        }
        if (failure instanceof WebApplicationException web) {
            return of(web, call);
        }
        if (failure instanceof HttpException refused && refused.getCode() < 500) {
            return Problem.of(refused.getCode(), null);
        }
        if (failure instanceof DuplicateKeyException) {
            return Problem.of(409, "Something else has this name or key already");
        }
        return unexpected(failure, call);
    }

    private static Problem of(ProblemException problem) {
        if (problem instanceof InvalidInputException invalid) {
            return new Problem(400, invalid.type(), invalid.getMessage(), invalid.violations(), 0);
        }
        if (problem instanceof UnavailableException away) {
            long seconds = Math.max(1, away.retryAfter().toSeconds());
            return new Problem(503, away.type(), away.getMessage(), List.of(), seconds);
        }
        if (problem instanceof ThrottledException throttled) {
            long seconds = 1 + throttled.retryAfter().minusNanos(1).toSeconds();
            return new Problem(429, throttled.type(), throttled.getMessage(), List.of(), seconds);
        }
        if (problem instanceof GoneException gone) {
            return new Problem(410, gone.type(), gone.getMessage(), List.of(), 0, gone.successor());
        }
        return Problem.of(status(problem), problem.type(), problem.getMessage());
    }

    private static int status(ProblemException problem) {
        if (problem instanceof UnauthenticatedException) {
            return 401;
        } else if (problem instanceof ForbiddenException) {
            return 403;
        } else if (problem instanceof NotFoundException) {
            return 404;
        } else if (problem instanceof PreconditionException) {
            return problem.type().equals("precondition-required") ? 428 : 412;
        }
        return 409;
    }

    private static Problem of(WebApplicationException web, Call call) {
        int status = web.getResponse().getStatus();
        if (status >= 500 && status != 503) {
            return unexpected(web, call);
        }
        String detail =
                switch (status) {
                    case 404 -> "There is nothing at this address";
                    case 405 -> call.request.getMethod() + " is not offered here";
                    case 406 -> "None of the accepted media types is offered here";
                    case 415 -> "The body's media type is not taken here; most operations take application/json";
                    case 400 -> "The request cannot be read";
                    default -> null;
                };
        return Problem.of(status, detail);
    }

    private static Problem unexpected(Throwable failure, Call call) {
        String what = call.request.getMethod() + " " + call.request.getRequestURI();
        if (REPETITIONS.isFirst(failure)) {
            LOG.error("{} failed, trace {}", what, call.traceId, failure);
        } else {
            LOG.error("{} failed, trace {}, as lately: {}", what, call.traceId, failure.toString());
        }
        return FullDisk.isAtBottomOf(failure)
                ? Problem.of(507, "The server's disk is full: whoever runs it has to make room")
                : Problem.of(500, null);
    }

    /** Answers outside the resource framework. Nothing is sent if an answer is on its way already. */
    static void send(Problem problem, Call call) throws IOException {
        send(problem, call, call.response);
    }

    static void send(Problem problem, Call call, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        // What was said of the answer that failed on its way.
        response.setHeader("Content-Type", null);
        response.setHeader("ETag", null);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfterSeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(problem.retryAfterSeconds()));
        }
        byte[] body = toBytes(problem, call, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The body of an answer, whose headers say which language it speaks. */
    static byte[] toBytes(Problem problem, Call call, HttpServletResponse response) {
        Speech speech = call.speech();
        speech.announce(response);
        return problem.toBytes(speech, call.request.getRequestURI(), call.traceId);
    }
}
