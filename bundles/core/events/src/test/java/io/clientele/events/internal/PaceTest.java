package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.internal.FeedMoves.Move;
import io.clientele.events.internal.store.Cursor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long TEN_MILLIS = 10_000_000;
    private final AtomicLong passedByAll = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(passedByAll, now::get);

    private static Move move(int passed, int told) {
        return new Move(passed, passed, told, new Cursor(null, null, 0, 0));
    }

    @Test
    void whoever_tells_far_more_than_it_hears_rests_most_of_the_time_while_others_are_busy() {
        othersPass(100_000);

        long rest = pace.restAfter(move(500, 2_001), TEN_MILLIS);

        assertThat(rest).isEqualTo(90);
    }

    @Test
    void what_it_tells_is_a_twentieth_of_what_others_read_meanwhile() {
        othersPass(1_000);

        long rest = pace.restAfter(move(500, 5_000), TEN_MILLIS);

        assertThat(rest).isEqualTo(1_000);
    }

    @Test
    void whoever_fails_rests_most_of_the_time_while_others_are_busy() {
        othersPass(100);
        long afterAFailure = pace.restInTrouble(0, TEN_MILLIS);
        othersPass(100);
        long afterOneOfTheNext = pace.restInTrouble(1, TEN_MILLIS);
        long alone = pace.restInTrouble(1, TEN_MILLIS);

        assertThat(afterAFailure).isEqualTo(90);
        assertThat(afterOneOfTheNext).isEqualTo(90);
        assertThat(alone).isZero();
    }

    /** Within ten milliseconds. */
    private void othersPass(long events) {
        passedByAll.addAndGet(events);
        now.addAndGet(TEN_MILLIS);
    }

    @Test
    void it_rests_no_more_once_the_others_do_nothing() {
        othersPass(100);
        long busy = pace.restAfter(move(500, 5_000), TEN_MILLIS);

        long quiet = pace.restAfter(move(500, 5_000), TEN_MILLIS);

        assertThat(busy).isPositive();
        assertThat(quiet).isZero();
    }

    @Test
    void an_event_that_others_pass_now_and_then_keeps_nobody_waiting() {
        now.addAndGet(100 * TEN_MILLIS);
        othersPass(1);

        long rest = pace.restAfter(move(1, 40), TEN_MILLIS);

        assertThat(rest).isZero();
    }

    @Test
    void whoever_tells_about_as_much_as_it_hears_never_rests() {
        othersPass(100);

        long rest = pace.restAfter(move(500, 2_000), TEN_MILLIS);

        assertThat(rest).isZero();
    }
}
