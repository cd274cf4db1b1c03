package io.clientele.modules.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacedWorkTest {
    private final PacedWork work = new PacedWork("paced");

    @Test
    void comes_after_everybody_else() throws IOException {
        Thread thread = work.call(Thread::currentThread);

        assertThat(thread.getName()).isEqualTo("paced");
        assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
    }

    @Test
    void does_one_thing_at_a_time() throws Exception {
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> task = () -> work.call(() -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000);
            return under.decrementAndGet();
        });
        ExecutorService many = Executors.newFixedThreadPool(8);

        List<Future<Integer>> done =
                many.invokeAll(Stream.generate(() -> task).limit(100).toList());
        many.shutdown();

        assertThat(done).allSatisfy(each -> assertThat(each.get()).isZero());
        assertThat(most).hasValue(1);
    }

    @Test
    void fails_as_what_was_asked_for_fails_and_goes_on() throws IOException {
        ConflictException refused = new ConflictException("refused", "Not this one");
        Error broken = new NoClassDefFoundError("planted");

        assertThatThrownBy(() -> work.call(failing(refused))).isSameAs(refused);
        assertThatThrownBy(() -> work.call(failing(broken))).isSameAs(broken);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> work.call(failing(new IOException("planted"))))
                .withMessage("planted");
        assertThat(work.call(() -> 7)).isEqualTo(7);
    }

    private static Callable<String> failing(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }
}
