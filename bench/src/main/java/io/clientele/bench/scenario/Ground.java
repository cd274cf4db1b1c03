package io.clientele.bench.scenario;

import io.clientele.bench.server.Api;
import io.clientele.bench.server.Postgres;
import io.clientele.kernel.ShortId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * The database below a registry.
 *
 * @param where its name
 * @param ids some customers, in no order
 * @param settling lets it look at what was written
 */
record Ground(String where, List<Long> ids, Settling settling) {
    private static final int HANDFUL = 6_000;

    /** Lets a database look at what was written. */
    interface Settling {
        void run() throws SQLException;
    }

    static Ground of(Postgres postgres, String database) throws SQLException {
        long[] ids = Population.read(postgres, database).handful(0, HANDFUL);
        return new Ground("PostgreSQL", LongStream.of(ids).boxed().toList(), () -> postgres.settle(database));
    }

    /** The database within the process of the product, which alone can ask it. */
    static Ground embedded(Api admin) {
        List<Long> ids = new ArrayList<>();
        admin.each(
                "/api/v1/customers?fields=id",
                customer -> ids.add(ShortId.parse(customer.path("id").asText())));
        Collections.shuffle(ids, new Random(1));
        return new Ground("embedded H2", List.copyOf(ids.subList(0, Math.min(HANDFUL, ids.size()))), () -> {});
    }
}
