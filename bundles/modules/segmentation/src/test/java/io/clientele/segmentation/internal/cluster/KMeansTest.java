package io.clientele.segmentation.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segmentation.internal.Reference;
import io.clientele.segmentation.internal.rfm.Cdnow;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
    private static final JsonNode CDNOW = Reference.vectors("cdnow_kmeans_log1pR_logF_log1pM_zpop");
    private static final Points.Standardised CUSTOMERS = cdnow();

    @Test
    void brings_customers_to_the_published_scale() {
        assertThat(CUSTOMERS.means()).containsExactly(Reference.numbers(CDNOW.get("mean")), within(1e-6));
        assertThat(CUSTOMERS.deviations()).containsExactly(Reference.numbers(CDNOW.get("sd_pop")), within(1e-6));
        assertThat(KMeans.run(CUSTOMERS.points(), 1, 1, 7).inertia())
                .isCloseTo(CDNOW.get("total_squares").asDouble(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void finds_clusters_as_close_as_the_published(int k) {
        KMeans.Result result = KMeans.run(CUSTOMERS.points(), k, 30, 7);

        double published = CDNOW.get("inertia").get(String.valueOf(k)).asDouble();
        assertThat(result.inertia()).isCloseTo(published, within(published * 1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void finds_clusters_of_the_published_sizes(int k) {
        KMeans.Result result = KMeans.run(CUSTOMERS.points(), k, 30, 7);
        int[] sizes =
                Arrays.stream(result.sizes()).map(n -> -n).sorted().map(n -> -n).toArray();

        // Of four clusters there are two that are equally close, but for three customers.
        int[] published = Reference.integers(CDNOW.get("sizes").get(String.valueOf(k)));
        for (int i = 0; i < k; i++) {
            assertThat(sizes[i]).isCloseTo(published[i], within(k < 4 ? 0 : 3));
        }
    }

    @Test
    void finds_the_same_every_time() {
        int[] once = KMeans.run(CUSTOMERS.points(), 5, 3, 42).labels();
        int[] again = KMeans.run(CUSTOMERS.points(), 5, 3, 42).labels();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void measures_the_small_vectors() {
        Points line = new Points(new double[] {1, 2, 10, 11}, 1);

        assertThat(Quality.silhouette(line, new int[] {0, 0, 1, 1})).isCloseTo(.888545, within(1e-6));
        assertThat(Quality.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
                .isCloseTo(.571429, within(1e-6));
        assertThat(Quality.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}))
                .isEqualTo(1);
    }

    private static Points.Standardised cdnow() {
        return Clusters.features(
                        Cdnow.until("1997-09-30"), LocalDate.parse("1997-09-30").toEpochDay())
                .standardised();
    }
}
