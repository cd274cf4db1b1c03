package io.clientele.segmentation.internal;

import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A segment whose filter names what is not there rests: it keeps the members it had, and says why. */
final class Suspension {
    private static final Logger LOG = LoggerFactory.getLogger(Suspension.class);
    private static final int LONGEST = 500;

    private final Telling telling;

    Suspension(Platform platform) {
        this.telling = new Telling(platform.outbox());
    }

    void begin(Connection connection, Segment segment, InvalidInputException why) throws SQLException {
        String reason = String.valueOf(why.getMessage());
        String kept = reason.substring(0, Math.min(LONGEST, reason.length()));
        SegmentTable.suspend(connection, segment.id(), kept);
        Gate.changed(connection);
        telling.changed("Suspended", segment);
        LOG.warn("The segment {} is suspended: {}", segment.key(), kept);
    }

    void end(Connection connection, Segment segment) throws SQLException {
        SegmentTable.suspend(connection, segment.id(), null);
        Gate.changed(connection);
        telling.changed("Resumed", segment);
        LOG.info("The segment {} is kept current again", segment.key());
    }
}
