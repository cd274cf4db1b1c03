package io.clientele.segmentation.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Different ids in ascending order, eight bytes each: a million of them is not much. */
final class IdSet {
    private static final int FIRST_ROOM = 1024;

    private final long[] ids;

    private IdSet(long[] ids) {
        this.ids = ids;
    }

    /** The first column of every row; the rows may come in any order, but no id twice. */
    static IdSet of(PreparedStatement select) throws SQLException {
        long[] ids = new long[FIRST_ROOM];
        int count = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (count == ids.length) {
                    ids = Arrays.copyOf(ids, 2 * count);
                }
                ids[count++] = row.getLong(1);
            }
        }
        ids = Arrays.copyOf(ids, count);
        Arrays.sort(ids);
        return new IdSet(ids);
    }

    /** Those of this set that the other has not: one pass through both. */
    IdSet minus(IdSet other) {
        long[] rest = new long[ids.length];
        int count = 0;
        int at = 0;
        for (long id : ids) {
            while (at < other.ids.length && other.ids[at] < id) {
                at++;
            }
            if (at == other.ids.length || other.ids[at] != id) {
                rest[count++] = id;
            }
        }
        return new IdSet(Arrays.copyOf(rest, count));
    }

    int size() {
        return ids.length;
    }

    /** All of them, {@code most} in each part but the last, as an array of SQL takes them. */
    Iterable<Long[]> parts(int most) {
        return () -> IntStream.iterate(0, from -> from < ids.length, from -> from + most)
                .mapToObj(from -> LongStream.of(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + most)))
                        .boxed()
                        .toArray(Long[]::new))
                .iterator();
    }
}
