package io.clientele.kernel;

import java.util.Locale;

/**
 * A request that could not be fulfilled, said so that its sender can act on it. The message reaches the sender: it holds no class name,
 * no SQL and no value of somebody else's.
 */
public sealed class ProblemException extends RuntimeException
        permits ConflictException,
                ForbiddenException,
                GoneException,
                InvalidInputException,
                NotFoundException,
                PreconditionException,
                ThrottledException,
                UnauthenticatedException,
                UnavailableException {
    private static final long serialVersionUID = 1L;
    private final String type;

    ProblemException(String type, String detail) {
        super(detail);
        this.type = type.toLowerCase(Locale.ROOT);
    }

    /** The stable name of this kind of problem, such as {@code move-refused}; never renamed once released. */
    public final String type() {
        return type;
    }

    /** Problems are answers, not accidents: no stack is recorded. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
