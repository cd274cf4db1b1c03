package io.clientele.harness;

import io.clientele.access.Callers;
import io.clientele.access.internal.ThreadCallers;
import org.junit.jupiter.api.Nested;

/** The callers of the platform and those that stand for them in tests do the same. */
class CallersTest {
    @Nested
    class OfThePlatform extends CallersContract {
        @Override
        Callers callers() {
            return new ThreadCallers();
        }
    }

    @Nested
    class InMemory extends CallersContract {
        @Override
        Callers callers() {
            return new InMemoryCallers();
        }
    }
}
