package io.clientele.events.internal;

import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** The planted fault: it remembers the last number it has seen, and asks for what is greater. */
final class NaiveReader {
    private final Transactions transactions;
    private final List<Long> seen = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "naive-reader");
    private volatile boolean finishing;
    private long last;

    NaiveReader(Transactions transactions) {
        this.transactions = transactions;
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean found = true;
        while (found || !finishing) {
            found = step() > 0;
        }
    }

    private int step() {
        List<Long> next = transactions.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select seq from naive_event where seq > ? order by seq limit 500")) {
                select.setLong(1, last);
                List<Long> some = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        some.add(rows.getLong(1));
                    }
                }
                return some;
            }
        });
        seen.addAll(next);
        last = next.isEmpty() ? last : next.get(next.size() - 1);
        return next.size();
    }

    /** Reads to the end, once nobody writes any more. */
    List<Long> finish() throws InterruptedException {
        finishing = true;
        thread.join();
        return seen;
    }
}
