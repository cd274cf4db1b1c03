package io.clientele.bench.handlers;

import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.events.spi.EventHandler;
import io.clientele.persistence.Transactions;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a module beside a good one may do. */
public enum Neighbour {
    NONE("alone again") {
        @Override
        List<EventHandler> handlers(Yard yard) {
            return List.of();
        }
    },
    HANGS("beside handlers that hang") {
        @Override
        List<EventHandler> handlers(Yard yard) {
            return List.of(event -> hang(yard), event -> hang(yard));
        }
    },
    THROWS("beside handlers that throw") {
        @Override
        List<EventHandler> handlers(Yard yard) {
            return List.of(Neighbour::fail, Neighbour::fail);
        }
    },
    LOCKS("beside handlers that lock each other out") {
        @Override
        List<EventHandler> handlers(Yard yard) {
            return List.of(event -> lock(yard.transactions(), 1, 2), event -> lock(yard.transactions(), 2, 1));
        }
    },
    FLOODS("beside a handler that floods") {
        @Override
        List<EventHandler> handlers(Yard yard) {
            return List.of(event -> flood(yard, event));
        }
    };

    private static final int MORE = 10;
    private static final long DAWDLE_NANOS = 5_000_000;
    private final String words;

    Neighbour(String words) {
        this.words = words;
    }

    abstract List<EventHandler> handlers(Yard yard);

    /** How it is called in a report. */
    public String words() {
        return words;
    }

    private static void hang(Yard yard) {
        while (yard.isOpen()) {
            LockSupport.parkNanos(DAWDLE_NANOS);
            boolean unused = Thread.interrupted();
        }
    }

    private static void fail(Event event) {
        throw new IllegalStateException("not " + event.sequence());
    }

    private static void lock(Transactions transactions, int first, int second) {
        transactions.write(connection -> {
            String sql = "update bench_disputed set n = n + 1 where id = ";
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(sql + first);
                LockSupport.parkNanos(DAWDLE_NANOS);
                return statement.executeUpdate(sql + second);
            }
        });
    }

    private static void flood(Yard yard, Event event) {
        for (int i = 0; i < MORE && yard.isOpen(); i++) {
            yard.outbox().append(new NewEvent("flood.Rose", event.customer(), "{}"));
        }
    }
}
