package io.clientele.access.internal.audit;

import io.clientele.access.ChainReport;
import io.clientele.access.ChainReport.Fault;
import io.clientele.access.ChainReport.Kind;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recomputes chains from their starts, a page of entries at a time. */
final class ChainVerifier {
    private static final int PAGE = 1000;

    private record Head(long sequence, String hash) {}

    private final Transactions transactions;
    private long entries;

    ChainVerifier(Transactions transactions) {
        this.transactions = transactions;
    }

    ChainReport verify() {
        Fault first = null;
        for (int chain = 0; chain < ChainLink.CHAINS && first == null; chain++) {
            first = fault(chain);
        }
        if (first == null) {
            first = stray().orElse(null);
        }
        return new ChainReport(entries, first);
    }

    private @Nullable Fault fault(int chain) {
        // What is appended after this reading is left to the next verification.
        Head head = head(chain).orElse(null);
        if (head == null) {
            return new Fault(chain, 0, Kind.HEAD, "The end mark of the chain is gone");
        }
        String hash = ChainLink.start(chain);
        long sequence = 0;
        while (sequence < head.sequence()) {
            List<StoredEntry> page = page(chain, sequence, head.sequence());
            for (StoredEntry stored : page) {
                Fault fault = fault(stored, sequence + 1, hash);
                if (fault != null) {
                    return fault;
                }
                hash = stored.hash();
                sequence++;
                entries++;
            }
            if (page.isEmpty()) {
                return new Fault(
                        chain,
                        sequence + 1,
                        Kind.TRUNCATED,
                        "The chain goes on to " + head.sequence() + ", its entries do not");
            }
        }
        if (!hash.equals(head.hash())) {
            return new Fault(chain, sequence, Kind.HEAD, "The end mark does not name the last entry");
        }
        return added(chain).orElse(null);
    }

    private @Nullable Fault fault(StoredEntry stored, long expected, String previous) {
        if (stored.sequence() != expected) {
            return new Fault(
                    stored.chain(), expected, Kind.MISSING, "The next entry that is there is " + stored.sequence());
        }
        if (stored.follows(previous, stored.hash())) {
            return stored.detailDigest() == null || isErased(stored.entry().change())
                    ? null
                    : new Fault(
                            stored.chain(),
                            expected,
                            Kind.ALTERED,
                            "The detail is gone, and what it told of was not erased");
        }
        long rightful = rightful(stored, previous);
        return rightful < 0
                ? new Fault(stored.chain(), expected, Kind.ALTERED, "The entry is not the one that was written here")
                : new Fault(stored.chain(), expected, Kind.REORDERED, "The entry of this place stands at " + rightful);
    }

    /** Where the entry stands that was written behind {@code previous}, or -1: looked for only once a fault is found. */
    private long rightful(StoredEntry wrong, String previous) {
        long sequence = wrong.sequence();
        while (true) {
            List<StoredEntry> page = page(wrong.chain(), sequence, Long.MAX_VALUE);
            if (page.isEmpty()) {
                return -1;
            }
            for (StoredEntry candidate : page) {
                sequence = candidate.sequence();
                if (candidate.follows(previous, candidate.hash()) || candidate.follows(previous, wrong.hash())) {
                    return sequence;
                }
            }
        }
    }

    /** Whether a detail may be gone: the erasure stands in the audit. */
    private boolean isErased(Change change) {
        return change.detail().equals(Redaction.ERASED)
                && transactions.read(connection -> {
                    try (PreparedStatement query = connection.prepareStatement(
                            "select 1 from access_audit where subject_id = ? and subject = ?"
                                    + " and action like '%Erased' and detail_digest is null and chain between 0 and "
                                    + (ChainLink.CHAINS - 1) + " limit 1")) {
                        query.setLong(1, change.id());
                        query.setString(2, change.subject());
                        try (ResultSet row = query.executeQuery()) {
                            return row.next();
                        }
                    }
                });
    }

    private Optional<Head> head(int chain) {
        return transactions.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select seq, hash from access_audit_head where chain = ?")) {
                query.setInt(1, chain);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(new Head(row.getLong(1), row.getString(2))) : Optional.empty();
                }
            }
        });
    }

    private List<StoredEntry> page(int chain, long after, long last) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select " + StoredEntry.COLUMNS
                    + " from access_audit where chain = ? and seq > ? and seq <= ? order by seq limit " + PAGE)) {
                query.setInt(1, chain);
                query.setLong(2, after);
                query.setLong(3, last);
                try (ResultSet rows = query.executeQuery()) {
                    List<StoredEntry> page = new ArrayList<>();
                    while (rows.next()) {
                        page.add(StoredEntry.from(rows));
                    }
                    return page;
                }
            }
        });
    }

    /** An entry of a chain that there is not: it would be shown with the others, though no hash speaks for it. */
    private Optional<Fault> stray() {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "select chain, seq from access_audit where chain < 0 or chain >= " + ChainLink.CHAINS
                                    + " order by chain, seq limit 1");
                    ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Fault(row.getInt(1), row.getLong(2), Kind.ADDED, "There is no such chain"))
                        : Optional.empty();
            }
        });
    }

    /** One statement sees head and entries of one moment, whoever writes meanwhile. */
    private Optional<Fault> added(int chain) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select a.seq from access_audit a join access_audit_head h on h.chain = a.chain"
                            + " where a.chain = ? and (a.seq > h.seq or a.seq < 1) order by a.seq limit 1")) {
                query.setInt(1, chain);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(
                                    new Fault(chain, row.getLong(1), Kind.ADDED, "The entry stands outside the chain"))
                            : Optional.empty();
                }
            }
        });
    }
}
