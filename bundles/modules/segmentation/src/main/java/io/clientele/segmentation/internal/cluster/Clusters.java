package io.clientele.segmentation.internal.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.access.Change;
import io.clientele.facts.Subquery;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.Json;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.Upkeep;
import io.clientele.segmentation.internal.rfm.Rfm;
import io.clientele.segmentation.internal.rfm.Summaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds groups among those who bought, by how recently, how often and for how much. Cluster 1 spends most, on average. To those who do not see all
 * customers the groups are told as those whom they see stand in them now.
 */
@Component(service = Clusters.class)
public final class Clusters {
    static final long SEED = 20_261_101;
    private static final int STARTS = 30;
    private static final int FEWER_STARTS = 3;
    private static final int MANY = 100_000;
    private static final int LEAST = 20;
    private static final int MOST_CLUSTERS = 8;

    private final Platform platform;
    private final Upkeep upkeep;
    private final Rfm rfm;

    /**
     * What was found.
     *
     * @param ranAt when, as text of ISO 8601
     * @param trials how well each number of clusters did; empty if the number was given
     */
    public record Findings(
            String ranAt, int customers, int clusters, List<Profile> profiles, List<Choice.Trial> trials) {
        public Findings {
            profiles = List.copyOf(profiles);
            trials = List.copyOf(trials);
        }
    }

    @Activate
    public Clusters(@Reference Platform platform, @Reference Upkeep upkeep, @Reference Rfm rfm) {
        this.platform = platform;
        this.upkeep = upkeep;
        this.rfm = rfm;
    }

    /** The findings of the last run, if there was one. */
    public Optional<Findings> last() {
        platform.callers().require(Segments.READ);
        return platform.transactions()
                .read(ClusterTable::last)
                .map(Clusters::read)
                .map(this::told);
    }

    /** Finds clusters anew; how many there are is decided by their stability unless {@code clusters} says. */
    public Findings run(@Nullable Integer clusters) {
        platform.callers().require(Segments.WRITE);
        if (clusters != null && (clusters < 2 || clusters > MOST_CLUSTERS)) {
            throw new InvalidInputException("/clusters", "There are 2 to " + MOST_CLUSTERS + " clusters");
        }
        Summaries summaries = rfm.summaries();
        if (summaries.size() < LEAST) {
            throw new ConflictException("too-few-customers", "At least " + LEAST + " customers must have bought");
        }
        LocalDate today = platform.today();
        Points points = features(summaries, today.toEpochDay()).standardised().points();
        List<Choice.Trial> trials = clusters == null ? Choice.trials(points, SEED) : List.of();
        int k = clusters == null ? Choice.best(trials) : clusters;
        int starts = points.size() > MANY ? FEWER_STARTS : STARTS;
        KMeans.Result result = KMeans.run(points, k, starts, SEED);
        int[] numbers = byMoney(result.labels(), summaries, k);
        int[] labels =
                Arrays.stream(result.labels()).map(label -> numbers[label]).toArray();
        List<Double> stability = inOrder(Choice.recurrence(points, result, SEED), numbers);
        List<Profile> profiles =
                Profile.all(labels, summaries, new Profile.Frame(points, stability, today.toEpochDay()));
        Findings findings = new Findings(platform.now().toString(), summaries.size(), k, profiles, trials);
        return told(keep(findings, summaries, labels));
    }

    private Findings keep(Findings findings, Summaries summaries, int[] labels) {
        String json = write(findings);
        return upkeep.write(connection -> {
            ClusterTable table = new ClusterTable(connection, platform.dialect());
            table.replace(summaries, labels);
            table.note(platform.newId(), Instant.parse(findings.ranAt()), json);
            String detail = "{\"clusters\":" + findings.clusters() + "}";
            platform.audit().record(new Change("segmentation.Clustered", "cluster", 0, detail));
            upkeep.changed(connection, fact -> fact.equals(ClusterFacts.FACT));
            return findings;
        });
    }

    /** Clusters of which the caller sees nobody are left out: even their words would tell of others. */
    private Findings told(Findings findings) {
        if (platform.seesAll()) {
            return findings;
        }
        Subquery seen = platform.selections().of(null).all(platform.now());
        Map<Integer, ClusterTable.Means> means = platform.transactions()
                .read(connection -> new ClusterTable(connection, platform.dialect()).means(seen, platform.today()));
        List<Profile> profiles = new ArrayList<>();
        int customers = 0;
        for (Profile profile : findings.profiles) {
            ClusterTable.Means ofSeen = means.get(profile.cluster());
            if (ofSeen != null) {
                profiles.add(profile.of(ofSeen));
                customers += ofSeen.customers();
            }
        }
        return new Findings(findings.ranAt, customers, findings.clusters, profiles, findings.trials);
    }

    /** How recently, how often and for how much, on scales on which doubling is a step of one length. */
    static Points features(Summaries summaries, long today) {
        double[] coordinates = new double[summaries.size() * 3];
        for (int i = 0; i < summaries.size(); i++) {
            Summaries.Summary summary = summaries.get(i);
            coordinates[3 * i] = Math.log1p((double) Math.max(0, today - summary.lastDay()));
            coordinates[3 * i + 1] = Math.log(summary.count());
            coordinates[3 * i + 2] = Math.log1p(Math.max(0, summary.money()));
        }
        return new Points(coordinates, 3);
    }

    /** The numbers of clusters, from 1 by what their customers spend on average, so that a cluster keeps its number from run to run. */
    private static int[] byMoney(int[] labels, Summaries summaries, int k) {
        double[] money = new double[k];
        int[] sizes = new int[k];
        for (int i = 0; i < labels.length; i++) {
            money[labels[i]] += summaries.get(i).money();
            sizes[labels[i]]++;
        }
        Integer[] order = new Integer[k];
        Arrays.setAll(order, c -> c);
        Arrays.sort(order, Comparator.comparingDouble(c -> -money[c] / Math.max(1, sizes[c])));
        int[] numbers = new int[k];
        for (int place = 0; place < k; place++) {
            numbers[order[place]] = place + 1;
        }
        return numbers;
    }

    private static List<Double> inOrder(double[] ofClusters, int[] numbers) {
        Double[] ordered = new Double[ofClusters.length];
        for (int c = 0; c < ofClusters.length; c++) {
            ordered[numbers[c] - 1] = ofClusters[c];
        }
        return List.of(ordered);
    }

    private static Findings read(String json) {
        try {
            return Json.MAPPER.readValue(json, Findings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings cannot be read", e);
        }
    }

    private static String write(Findings findings) {
        try {
            return Json.MAPPER.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings are plain records", e);
        }
    }
}
