package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.grade.Band;
import io.clientele.segmentation.internal.grade.KeptScale;
import io.clientele.segmentation.internal.grade.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scale of grades as it is answered.
 *
 * @param gradeFact what tells the band of a customer in filters
 * @param cuts the least values of all bands but the last now, best first; empty before the first cut, and if they were found and the caller does not see
 *     all customers
 */
public record ScaleView(
        String id,
        long version,
        String key,
        String name,
        String fact,
        String gradeFact,
        String method,
        double margin,
        List<ScaleBody.BandBody> bands,
        ScaleBody.@Nullable BandBody negative,
        List<Double> cuts,
        @Nullable LocalDate cutOn,
        @Nullable Instant gradedAt,
        String status)
        implements Versioned {
    static ScaleView of(KeptScale kept) {
        Scale scale = kept.scale();
        Band negative = scale.negative();
        return new ScaleView(
                ShortId.format(kept.id()),
                kept.version(),
                scale.key(),
                scale.name(),
                scale.fact(),
                scale.factOfBand(),
                scale.method().code(),
                scale.margin(),
                scale.bands().stream().map(ScaleBody.BandBody::of).toList(),
                negative == null ? null : ScaleBody.BandBody.of(negative),
                kept.cuts(),
                kept.cutOn(),
                kept.gradedAt(),
                kept.status().code());
    }
}
