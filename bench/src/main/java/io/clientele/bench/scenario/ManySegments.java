package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.data.Cities;
import io.clientele.bench.server.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Rules of different kinds, most of which a change of a customer's status may concern. */
final class ManySegments {
    /** The first of them: every active customer. */
    static final String FIRST = "bench0";

    private final Api admin;
    private final List<String> ids = new ArrayList<>();

    private ManySegments(Api admin) {
        this.admin = admin;
    }

    static ManySegments define(Api admin, int count) {
        ManySegments many = new ManySegments(admin);
        for (int i = 0; i < count; i++) {
            ObjectNode body = Api.object()
                    .put("key", "bench" + i)
                    .put("name", "Bench " + i)
                    .put("filter", filter(i));
            many.ids.add(
                    admin.post(SegmentationModule.SEGMENTS, body).path("id").asText());
        }
        return many;
    }

    private static String filter(int i) {
        String city = "address.city=='" + Cities.name(i % Cities.COUNT) + "'";
        return switch (i % 8) {
            case 0 -> i == 0 ? "status==active" : "status==inactive;" + city;
            case 1, 2, 3 -> "status==active;" + city;
            case 4 -> "status=in=(active,prospect);name=ge='" + letter(i) + "';name=lt='" + letter(i + 8) + "'";
            case 5 -> "status==active;purchases.count=ge=" + i % 7 + "," + city;
            case 6 -> "kind==organization;status!=archived;createdAt=gt=-P" + (i + 1) + "D";
            default -> "segment.bench" + (i - 6) + "==true;kind==person";
        };
    }

    private static char letter(int i) {
        return (char) ('a' + i / 8 % 24);
    }

    int count() {
        return ids.size();
    }

    /** How many members a recomputation from scratch of every one of them moves. */
    long differences() {
        ids.forEach(id -> admin.post(SegmentationModule.SEGMENTS + "/" + id + "/recompute", Api.object()));
        return ids.stream().mapToLong(this::repaired).sum();
    }

    /** The newest moves of a segment that a repair caused, up to the first that another thing did. */
    private long repaired(String id) {
        AtomicLong repaired = new AtomicLong();
        admin.each(
                SegmentationModule.SEGMENTS + "/" + id + "/moves",
                move -> move.path("cause").asText().equals("repair") && repaired.incrementAndGet() > 0);
        return repaired.get();
    }
}
