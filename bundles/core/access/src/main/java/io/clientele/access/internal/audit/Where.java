package io.clientele.access.internal.audit;

import io.clientele.access.AuditQuery;
import io.clientele.kernel.ShortId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Conditions on entries, with the values that they compare to. */
record Where(String sql, List<Object> values) {
    static Where of(String subject, long id) {
        return new Where(" and subject_id = ? and subject = ?", List.of(id, subject));
    }

    static Where of(AuditQuery asked) {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (asked.login() != null) {
            sql.append(" and position(? in lower(actor_login)) > 0");
            values.add(asked.login().toLowerCase(Locale.ROOT));
        }
        if (asked.what() != null) {
            what(asked.what(), sql, values);
        }
        if (asked.since() != null) {
            sql.append(" and recorded_at >= ?");
            values.add(asked.since().atOffset(ZoneOffset.UTC));
        }
        if (asked.until() != null) {
            sql.append(" and recorded_at < ?");
            values.add(asked.until().atOffset(ZoneOffset.UTC));
        }
        return new Where(sql.toString(), List.copyOf(values));
    }

    private static void what(String words, StringBuilder sql, List<Object> values) {
        long id = ShortId.parse(words);
        if (id < 0) {
            sql.append(" and position(? in lower(action || ' ' || subject)) > 0");
            values.add(words.toLowerCase(Locale.ROOT));
        } else {
            sql.append(" and subject_id = ?");
            values.add(id);
        }
    }

    /** Sets the values from {@code first} on, and tells where the next one goes. */
    int bind(PreparedStatement query, int first) throws SQLException {
        int at = first;
        for (Object value : values) {
            query.setObject(at++, value);
        }
        return at;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
