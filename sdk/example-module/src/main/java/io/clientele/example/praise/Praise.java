package io.clientele.example.praise;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import java.time.Instant;

/** What a customer said, and when it was written down. */
public record Praise(long id, CustomerId customer, String words, Instant saidAt) {
    private static final int LONGEST = 500;

    public Praise {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new InvalidInputException("/words", "Praise has 1 to " + LONGEST + " characters");
        }
    }
}
