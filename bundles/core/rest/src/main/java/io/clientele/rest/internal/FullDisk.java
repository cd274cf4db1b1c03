package io.clientele.rest.internal;

import java.util.List;
import java.util.stream.Stream;

/** Tells a full disk from other failures, which Java does by the system's words alone. */
final class FullDisk {
    private static final int DEEPEST = 20;
    private static final List<String> WORDS =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    private FullDisk() {}

    /** Whether {@code failure} is at bottom that nothing more could be written. */
    static boolean isAtBottomOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> WORDS.stream().anyMatch(message::contains));
    }
}
