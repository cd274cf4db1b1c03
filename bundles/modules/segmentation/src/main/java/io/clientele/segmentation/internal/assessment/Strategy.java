package io.clientele.segmentation.internal.assessment;

import io.clientele.access.Change;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done about segments: decisions, and how each is treated differently. */
@Component(service = Strategy.class)
public final class Strategy {
    /** The systems that differentiation runs through; all, not one. */
    public static final List<String> ASPECTS = List.of(
            "positioning", "brand", "product", "channel", "price", "promotion", "management", "organisation", "staff");

    private static final Set<String> VERDICTS = Set.of("chosen", "left", "watched");
    private static final int LONGEST = 2_000;
    private static final int MOST = 200;

    private final Platform platform;
    private final Segments segments;

    /** A decision about a segment: {@code chosen}, {@code left} or {@code watched}, and why. */
    public record Decision(String verdict, String reason, String decidedBy, Instant decidedAt) {}

    /** How a segment is treated in one aspect, and what shows it. */
    public record Difference(String aspect, String treatment, String evidence) {}

    /**
     * All aspects of a segment.
     *
     * @param completeness how many aspects of the nine say something, from 0 to 1
     */
    public record Sheet(double completeness, List<Difference> aspects) {
        public Sheet {
            aspects = List.copyOf(aspects);
        }
    }

    @Activate
    public Strategy(@Reference Platform platform, @Reference Segments segments) {
        this.platform = platform;
        this.segments = segments;
    }

    /** Writes down what was decided. */
    public Decision decide(long id, String verdict, String reason) {
        long user = platform.callers().require(Segments.WRITE).user().value();
        Segment segment = segments.get(id);
        if (!VERDICTS.contains(verdict)) {
            throw new InvalidInputException("/verdict", "A segment is chosen, left or watched");
        }
        requireShort("/reason", reason);
        if (reason.isBlank()) {
            throw new InvalidInputException("/reason", "Say why");
        }
        Instant now = platform.now();
        return platform.transactions().write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into segmentation_decision (id, segment_id, verdict, reason, decided_by, decided_at)"
                            + " values (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, platform.newId());
                insert.setLong(2, segment.id());
                insert.setString(3, verdict);
                insert.setString(4, reason);
                insert.setLong(5, user);
                insert.setObject(6, Sql.utc(now));
                insert.executeUpdate();
            }
            String detail = "{\"verdict\":\"" + verdict + "\"}";
            platform.audit().record(new Change("segmentation.SegmentDecided", "segment", segment.id(), detail));
            return new Decision(verdict, reason, ShortId.format(user), now);
        });
    }

    /** The newest decisions first, some hundreds at most. */
    public List<Decision> decisions(long id) {
        Segment segment = segments.get(id);
        return platform.transactions().read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select verdict, reason, decided_by, decided_at"
                    + " from segmentation_decision where segment_id = ? order by id desc limit " + MOST)) {
                select.setLong(1, segment.id());
                List<Decision> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Decision(
                                row.getString(1),
                                row.getString(2),
                                ShortId.format(row.getLong(3)),
                                Sql.instant(row, 4)));
                    }
                }
                return found;
            }
        });
    }

    /** How a segment is treated differently, every aspect in its order. */
    public Sheet sheet(long id) {
        Segment segment = segments.get(id);
        List<Difference> known = platform.transactions().read(connection -> differences(connection, segment.id()));
        List<Difference> all = ASPECTS.stream()
                .map(aspect -> known.stream()
                        .filter(each -> each.aspect.equals(aspect))
                        .findFirst()
                        .orElseGet(() -> new Difference(aspect, "", "")))
                .toList();
        long said = all.stream().filter(each -> !each.treatment.isBlank()).count();
        return new Sheet((double) said / ASPECTS.size(), all);
    }

    private static List<Difference> differences(Connection connection, long segment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select aspect, treatment, evidence from segmentation_difference where segment_id = ?")) {
            select.setLong(1, segment);
            List<Difference> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Difference(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return found;
        }
    }

    /** Writes how a segment is treated in one aspect. */
    public Sheet differ(long id, Difference difference) {
        platform.callers().require(Segments.WRITE);
        Segment segment = segments.get(id);
        if (!ASPECTS.contains(difference.aspect)) {
            throw new InvalidInputException("/aspect", "An aspect is one of " + String.join(", ", ASPECTS));
        }
        requireShort("/treatment", difference.treatment);
        requireShort("/evidence", difference.evidence);
        return platform.transactions().write(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from segmentation_difference where segment_id = ? and aspect = ?")) {
                delete.setLong(1, segment.id());
                delete.setString(2, difference.aspect);
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into segmentation_difference (segment_id, aspect, treatment, evidence)"
                            + " values (?, ?, ?, ?)")) {
                insert.setLong(1, segment.id());
                insert.setString(2, difference.aspect);
                insert.setString(3, difference.treatment);
                insert.setString(4, difference.evidence);
                insert.executeUpdate();
            }
            String detail = "{\"aspect\":\"" + difference.aspect + "\"}";
            platform.audit().record(new Change("segmentation.SegmentDifferentiated", "segment", segment.id(), detail));
            return sheet(id);
        });
    }

    private static void requireShort(String pointer, String text) {
        if (text.length() > LONGEST) {
            throw new InvalidInputException(pointer, "At most " + LONGEST + " characters");
        }
    }
}
