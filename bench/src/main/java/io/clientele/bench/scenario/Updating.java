package io.clientele.bench.scenario;

import io.clientele.bench.data.People;
import io.clientele.bench.data.Person;
import io.clientele.bench.load.ClosedLoop;
import io.clientele.bench.load.HttpConnection;
import io.clientele.bench.load.Response;
import io.clientele.bench.load.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes the status of known customers again and again. Each connection has customers of its own, so that no two writers meet. */
final class Updating implements Workload {
    private final Protocol protocol;
    private final List<List<Known>> known = new ArrayList<>();
    private final Known[] current = new Known[ClosedLoop.CONNECTIONS];

    private Updating(Protocol protocol) {
        this.protocol = protocol;
        for (int i = 0; i < ClosedLoop.CONNECTIONS; i++) {
            known.add(new ArrayList<>());
        }
    }

    /** Reads the present entity tags of {@code ids}; {@code firstNumber} and up are the made-up customers they become. */
    static Updating prepare(Protocol protocol, int port, long[] ids, long firstNumber) throws IOException {
        Updating workload = new Updating(protocol);
        People people = new People(firstNumber);
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int i = 0; i < ids.length; i++) {
                Response response = connection.exchange(protocol.read(ids[i]));
                Answers.insist(response, 200);
                Known one = new Known(ids[i], response.tag(), people.person(firstNumber + i));
                workload.known.get(i % ClosedLoop.CONNECTIONS).add(one);
            }
        }
        return workload;
    }

    @Override
    public byte[] next(int connection, SplittableRandom random) {
        List<Known> mine = known.get(connection);
        return change(connection, mine.get(random.nextInt(mine.size())));
    }

    /** The next request of a connection if its customers take turns, {@code number} counting them. */
    byte[] inTurn(int connection, int number) {
        List<Known> mine = known.get(connection);
        return change(connection, mine.get(number % mine.size()));
    }

    private byte[] change(int connection, Known one) {
        one.person = one.person.withStatus("active".equals(one.person.status()) ? "inactive" : "active");
        current[connection] = one;
        return protocol.update(one.id, one.tag, one.person);
    }

    /** Who was changed last on a connection, and what they are since. */
    Changed changed(int connection) {
        return new Changed(current[connection].id, current[connection].person.status());
    }

    /** A customer and its status. */
    record Changed(long id, String status) {}

    @Override
    public void answered(int connection, Response response) {
        Answers.insist(response, 200);
        current[connection].tag = response.tag();
    }

    private static final class Known {
        private final long id;
        private String tag;
        private Person person;

        Known(long id, String tag, Person person) {
            this.id = id;
            this.tag = tag;
            this.person = person;
        }
    }
}
