package io.clientele.rest.internal;

import io.clientele.kernel.ForbiddenException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.kernel.UnavailableException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.jspecify.annotations.Nullable;

/** Lets a call pass to its operation only if the caller may, before a byte of the body is read. */
@Priority(Priorities.AUTHORIZATION)
final class AccessFilter implements ContainerRequestFilter {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final Map<Method, Operation> operations;

    AccessFilter(Map<Method, Operation> operations) {
        this.operations = operations;
    }

    @Override
    public void filter(@Nullable ContainerRequestContext context) throws IOException {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        // Else CXF copies what a resource left unread of the body before it answers.
        message.removeContent(DelegatingInputStream.class);
        OperationResourceInfo matched = message.getExchange().get(OperationResourceInfo.class);
        Operation operation = operations.get(matched.getAnnotatedMethod());
        if (operation == null) {
            operation = operations.get(matched.getMethodToInvoke());
        }
        if (operation == null) {
            throw new ForbiddenException("of an operation that is described");
        }
        Call call = Call.current();
        call.operation = operation;
        admit(operation, call);
    }

    /** Fails unless the caller may call the operation and the body, as far as its length is known, is not too long for it. */
    static void admit(Operation operation, Call call) throws IOException {
        check(operation, call);
        limitBody(operation, call);
    }

    private static void check(Operation operation, Call call) {
        String permission = operation.permission();
        if (permission == null) {
            return;
        }
        if (call.identity == null) {
            if (call.refusal != null) {
                throw call.refusal;
            }
            if (!call.signInAvailable) {
                throw new UnavailableException("Nobody can sign in at the moment", SOON);
            }
            throw new UnauthenticatedException("Sign in first");
        }
        if (!call.identity.may(permission)) {
            throw new ForbiddenException(permission);
        }
    }

    private static void limitBody(Operation operation, Call call) throws IOException {
        long limit = operation.bodyLimit(call.hostBodyLimit);
        if (call.body != null) {
            call.body.limit(limit);
        }
        if (call.request.getContentLengthLong() > limit) {
            throw call.body == null ? new BoundedBody.TooLarge(limit) : call.body.refusal();
        }
    }
}
