package io.clientele.bench.scenario;

import io.clientele.bench.server.Api;
import io.clientele.bench.server.MovesProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL in an embedded database beside the product's, which is the product's alone: the names of its customers are copied from what it answers. */
final class PlainH2 implements PlainTable {
    private final MovesProcess moves;
    private final List<String> names;

    PlainH2(Path file, Api admin) throws IOException {
        this.names = names(admin);
        this.moves = MovesProcess.start(file, file.resolveSibling("plain.log"));
        for (int i = 0; i < names.size(); i++) {
            moves.tell("customer", key(i));
        }
        moves.order("begin");
    }

    /** In the order of the list; what a name is worth in an order of this database is its place in that. */
    private static List<String> names(Api admin) {
        List<String> names = new ArrayList<>();
        admin.each(
                "/api/v1/customers?sort=name&fields=name",
                customer -> names.add(customer.path("name").asText()));
        return names;
    }

    private String key(int place) {
        return String.format("%08d ", place) + names.get(place);
    }

    private String key(String name) {
        return key(names.indexOf(name));
    }

    @Override
    public String where() {
        return "embedded H2";
    }

    @Override
    public String nameAt(double share) {
        return names.get((int) (share * names.size()));
    }

    @Override
    public void fill(Names first) {
        moves.order("fill", key(first.from()), key(first.to()));
    }

    @Override
    public void move(Names to) {
        moves.order("move", key(to.from()), key(to.to()));
    }

    @Override
    public long cpuNanos() {
        return moves.tree().cpuNanos();
    }

    @Override
    public void close() {
        moves.close();
    }
}
