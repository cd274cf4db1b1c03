package io.clientele.events.internal.webhook;

import java.io.IOException;

/** A webhook's host lies in a network that may not be reached. It does not say which: that would map the network for whoever asks. */
final class ForbiddenAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The message. */
    static final String WHY = "the address is not in the public Internet and in no allowed network";

    ForbiddenAddressException() {
        super(WHY);
    }
}
