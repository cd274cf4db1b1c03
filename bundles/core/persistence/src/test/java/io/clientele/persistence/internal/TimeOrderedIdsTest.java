package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private static final long NOW = Instant.parse("2026-11-21T23:00:00Z").toEpochMilli();

    @Property(tries = 300)
    void ids_grow_whatever_the_clock_does(
            @ForAll @Size(min = 2, max = 200) List<@LongRange(min = -5_000, max = 5_000) Long> clock,
            @ForAll @IntRange(max = 1023) int node) {
        Iterator<Long> ticks = clock.iterator();
        TimeOrderedIds ids = new TimeOrderedIds(node, () -> NOW + ticks.next());

        List<Long> handedOut = clock.stream().map(tick -> ids.next()).toList();

        assertThat(handedOut).isSorted().doesNotHaveDuplicates().allMatch(id -> id > 0 && ((id >> 12) & 1023) == node);
    }

    @Test
    void more_than_a_millisecond_holds_run_ahead_and_stay_unique() {
        TimeOrderedIds ids = new TimeOrderedIds(1023, () -> NOW);

        Set<Long> handedOut = new HashSet<>();
        IntStream.range(0, 20_000).forEach(i -> handedOut.add(ids.next()));

        assertThat(handedOut).hasSize(20_000).allMatch(id -> ((id >> 12) & 1023) == 1023);
    }

    @Test
    void two_nodes_never_meet() {
        TimeOrderedIds one = new TimeOrderedIds(1, () -> NOW);
        TimeOrderedIds two = new TimeOrderedIds(2, () -> NOW);

        List<Long> handedOut = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i -> {
            handedOut.add(one.next());
            handedOut.add(two.next());
        });

        assertThat(handedOut).doesNotHaveDuplicates();
    }

    @Test
    void threads_never_meet() {
        TimeOrderedIds ids = new TimeOrderedIds(0, System::currentTimeMillis);
        Set<Long> handedOut = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 50_000).parallel().forEach(i -> handedOut.add(ids.next()));

        assertThat(handedOut).hasSize(50_000);
    }

    @Test
    void a_node_number_out_of_range_is_refused() {
        assertThatThrownBy(() -> new TimeOrderedIds(1024, () -> NOW)).isInstanceOf(IllegalArgumentException.class);
    }
}
