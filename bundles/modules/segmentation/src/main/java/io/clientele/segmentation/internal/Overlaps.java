package io.clientele.segmentation.internal;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How segments in an order divide customers among them, as far as the caller sees these. */
@Component(service = Overlaps.class)
public final class Overlaps {
    private static final int MOST = 12;

    private final Platform platform;
    private final KnownSegments known;

    /**
     * How customers are divided.
     *
     * @param nobody how many are in none of the segments
     * @param several how many are in more than one
     */
    public record Division(long customers, long nobody, long several, List<Part> segments, List<Pair> pairs) {
        public Division {
            segments = List.copyOf(segments);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * One of the segments.
     *
     * @param first how many come to it if of their segments the first counts
     * @param only how many are in no other
     * @param dead whether nobody comes to it so
     */
    public record Part(String key, long members, long first, long only, boolean dead) {}

    /** How many are in both. */
    public record Pair(String one, String other, long both) {}

    @Activate
    public Overlaps(@Reference Platform platform, @Reference KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    /** Looks at the segments of these keys, in this order. */
    public Division of(List<String> keys) {
        platform.callers().require(Segments.READ);
        if (keys.isEmpty() || keys.size() > MOST || new HashSet<>(keys).size() < keys.size()) {
            throw new InvalidInputException("/segments", "Name 1 to " + MOST + " different segments by their keys");
        }
        Snapshot snapshot = known.refresh();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String pointer = "/segments/" + i;
            Segment segment = snapshot.find(keys.get(i))
                    .orElseThrow(() -> new InvalidInputException(pointer, "There is no segment of this key"));
            ids.add(segment.id());
        }
        Subquery seen = platform.selections().of(null).all(platform.now());
        Map<Integer, Long> byPattern = platform.transactions()
                .read(connection -> MemberTable.patterns(connection, platform.dialect(), ids, seen));
        return division(keys, byPattern);
    }

    /** Which bits a number has tells in which of the segments so many customers are. */
    private static Division division(List<String> keys, Map<Integer, Long> byPattern) {
        List<Part> parts = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            int bit = 1 << i;
            long first = sum(byPattern, pattern -> Integer.lowestOneBit(pattern) == bit);
            parts.add(new Part(
                    keys.get(i),
                    sum(byPattern, pattern -> (pattern & bit) != 0),
                    first,
                    byPattern.getOrDefault(bit, 0L),
                    first == 0));
            for (int j = i + 1; j < keys.size(); j++) {
                int both = bit | 1 << j;
                pairs.add(new Pair(keys.get(i), keys.get(j), sum(byPattern, pattern -> (pattern & both) == both)));
            }
        }
        return new Division(
                sum(byPattern, pattern -> true),
                byPattern.getOrDefault(0, 0L),
                sum(byPattern, pattern -> Integer.bitCount(pattern) > 1),
                parts,
                pairs);
    }

    /** Some of the numbers whose bits are segments. */
    interface Choice {
        boolean includes(int pattern);
    }

    static long sum(Map<Integer, Long> byPattern, Choice choice) {
        return byPattern.entrySet().stream()
                .filter(each -> choice.includes(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
