package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.internal.store.ParkedTable.Failure;
import io.clientele.kernel.ConflictException;
import io.clientele.persistence.Transactions;
import java.util.List;

/** A unit of work that failed after the handler had been given these events; {@code passing} more would have been passed. */
final class FailedMoveException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Event> given;
    private final int passing;
    private final String reason;

    FailedMoveException(List<Event> given, int passing, Throwable cause) {
        super(cause);
        this.given = given;
        this.passing = passing;
        this.reason = Failure.text(cause);
    }

    /** The class and message of what was thrown. */
    String reason() {
        return reason;
    }

    List<Event> given() {
        return given;
    }

    int passing() {
        return passing;
    }

    /** Whether others were changing the same rows; then it may be no fault of the handler. */
    boolean isContended() {
        for (Throwable each = getCause(); each != null; each = each.getCause()) {
            if (each instanceof ConflictException conflict && conflict.type().equals(Transactions.CONTENDED)) {
                return true;
            }
        }
        return false;
    }
}
