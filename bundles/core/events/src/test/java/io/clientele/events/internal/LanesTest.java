package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.internal.Lanes.Place;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Twelve connections: three places in the fast lane, three in the slow one. */
class LanesTest {
    private static final int PATIENCE_MILLIS = 60_000;
    private final Lanes lanes = new Lanes(12);
    private final AtomicInteger drivenOut = new AtomicInteger();

    private Place enter(boolean slowly) throws InterruptedException {
        return Objects.requireNonNull(lanes.enter(slowly, PATIENCE_MILLIS, () -> {}));
    }

    private void fill(boolean slowly, int places) throws InterruptedException {
        for (int i = 0; i < places; i++) {
            enter(slowly);
        }
    }

    @Test
    void whoever_was_in_the_fast_lane_for_longest_makes_room_for_who_waits() throws Exception {
        Place first = enter(false);
        enter(false);
        Place third = enter(false);

        enter(false);

        assertThat(first.isSlow()).isTrue();
        assertThat(third.isSlow()).isFalse();
    }

    @Test
    void nobody_is_slow_whom_nobody_waited_for() throws Exception {
        Place alone = enter(false);

        alone.leave();

        assertThat(alone.isSlow()).isFalse();
    }

    @Test
    void where_the_slow_lane_is_full_as_well_the_slowest_is_driven_out() throws Exception {
        fill(true, 3);
        CompletableFuture<Place> told = new CompletableFuture<>();
        Place first = Objects.requireNonNull(lanes.enter(false, PATIENCE_MILLIS, () -> {
            drivenOut.incrementAndGet();
            told.join().leave();
        }));
        told.complete(first);
        fill(false, 2);

        enter(false);

        assertThat(drivenOut).hasValue(1);
        assertThat(first.isSlow()).isTrue();
    }

    @Test
    void whoever_is_being_driven_out_is_nowhere_else_until_it_is_told() throws Exception {
        fill(true, 3);
        CompletableFuture<Place> told = new CompletableFuture<>();
        CompletableFuture<Thread.State> leaving = new CompletableFuture<>();
        told.complete(Objects.requireNonNull(lanes.enter(false, PATIENCE_MILLIS, () -> {
            Thread worker = new Thread(told.join()::leave);
            worker.start();
            Awaitility.await()
                    .until(
                            worker::getState,
                            state -> state == Thread.State.BLOCKED || state == Thread.State.TERMINATED);
            leaving.complete(worker.getState());
        })));
        fill(false, 2);

        enter(false);

        assertThat(leaving).isCompletedWithValue(Thread.State.BLOCKED);
    }

    @Test
    void nobody_is_driven_out_of_the_slow_lane() throws Exception {
        fill(true, 3);

        @Nullable Place none = lanes.enter(true, 200, () -> {});

        assertThat(none).isNull();
        assertThat(drivenOut).hasValue(0);
    }

    @Test
    void what_left_its_place_does_not_leave_it_again() throws Exception {
        Place place = enter(true);
        fill(true, 2);

        place.leave();
        place.leave();
        enter(true);

        assertThat(lanes.enter(true, 100, () -> {})).isNull();
    }
}
