package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.bench.load.HttpConnection;
import io.clientele.bench.load.Response;
import io.clientele.bench.load.Target;
import io.clientele.bench.measure.Report;
import io.clientele.kernel.ShortId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Whether both sides give the same answers: a ratio means nothing if one of them does less. */
final class Agreement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 20;
    private static final int SHORT_ID = 13;

    private Agreement() {}

    static void check(Report report, Population population, Asked ours, Asked theirs) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        try (HttpConnection left = new HttpConnection(ours.target().port());
                HttpConnection right = new HttpConnection(theirs.target().port())) {
            Pair pair = new Pair(report, left, right);
            for (int i = 0; i < TRIES; i++) {
                long id = population.id(random);
                String city = Population.city(random);
                String prefix = population.prefix(random);
                pair.compare("read " + id, ours, theirs, protocol -> protocol.read(id));
                pair.compare("city " + city, ours, theirs, protocol -> protocol.city(city));
                pair.compare("prefix " + prefix, ours, theirs, protocol -> protocol.prefix(prefix));
            }
        }
    }

    static void check(Report report, Protocol.Conditions conditions, Asked ours, Asked theirs) throws IOException {
        try (HttpConnection left = new HttpConnection(ours.target().port());
                HttpConnection right = new HttpConnection(theirs.target().port())) {
            new Pair(report, left, right)
                    .compare(conditions.toString(), ours, theirs, protocol -> protocol.three(conditions));
        }
    }

    /** A server and how it is spoken to. */
    record Asked(Target target, Protocol protocol) {}

    private record Pair(Report report, HttpConnection left, HttpConnection right) {
        void compare(String what, Asked ours, Asked theirs, Function<Protocol, byte[]> question) throws IOException {
            List<Long> mine = ids(left.exchange(question.apply(ours.protocol())));
            List<Long> other = ids(right.exchange(question.apply(theirs.protocol())));
            if (!mine.equals(other)) {
                report.note("answers differ for " + what + ": " + mine.size() + " against " + other.size()
                        + " customers, first at " + firstDifference(mine, other));
            }
        }

        private static int firstDifference(List<Long> mine, List<Long> other) {
            int at = 0;
            while (at < mine.size() && at < other.size() && mine.get(at).equals(other.get(at))) {
                at++;
            }
            return at;
        }

        private static List<Long> ids(Response response) throws IOException {
            Answers.insist(response, 200);
            JsonNode json = JSON.readTree(response.text());
            List<Long> ids = new ArrayList<>();
            for (JsonNode item : json.has("items") ? json.path("items") : List.of(json)) {
                String id = item.path("id").asText();
                ids.add(id.length() == SHORT_ID ? ShortId.parse(id) : Long.parseLong(id));
            }
            return ids;
        }
    }
}
