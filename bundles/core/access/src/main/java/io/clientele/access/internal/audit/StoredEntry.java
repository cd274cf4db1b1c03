package io.clientele.access.internal.audit;

import io.clientele.access.AuditEntry;
import io.clientele.access.Change;
import io.clientele.access.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry with the place and the hash it is stored with.
 *
 * @param detailDigest the digest of its detail if that was taken away, or null if it is there
 */
record StoredEntry(int chain, long sequence, String hash, AuditEntry entry, @Nullable String detailDigest) {
    static final String COLUMNS =
            "chain, seq, hash, id, recorded_at, actor_id, actor_login, action, subject, subject_id, detail, trace_id, detail_digest";

    static StoredEntry from(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getInt(1),
                row.getLong(2),
                row.getString(3),
                new AuditEntry(
                        row.getLong(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        new UserId(row.getLong(6)),
                        row.getString(7),
                        new Change(row.getString(8), row.getString(9), row.getLong(10), row.getString(11)),
                        row.getString(12)),
                row.getString(13));
    }

    /** Whether it was written right behind {@code previous}, under {@code hash}. */
    boolean follows(String previous, String hash) {
        String digest = detailDigest == null ? ChainLink.digest(entry) : ChainLink.digest(entry, detailDigest);
        return ChainLink.next(previous, digest).equals(hash);
    }
}
