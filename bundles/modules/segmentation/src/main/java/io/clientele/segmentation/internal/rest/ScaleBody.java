package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.grade.Band;
import io.clientele.segmentation.internal.grade.Method;
import io.clientele.segmentation.internal.grade.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scale of grades as it is sent; what is left out is as proposed. */
public record ScaleBody(
        @Nullable String key,
        @Nullable String name,
        @Nullable String fact,
        @Nullable String method,
        @Nullable Double margin,
        @Nullable List<BandBody> bands,
        @Nullable BandBody negative) {
    private static final double USUAL_MARGIN = .05;

    public ScaleBody {
        bands = Given.list(bands);
    }

    /** A band as it is sent and answered; without a name it is called as its key. */
    public record BandBody(@Nullable String key, @Nullable String name, @Nullable Double limit) {
        Band band() {
            String named = key == null ? "" : key;
            return new Band(named, name == null ? named : name, limit);
        }

        static BandBody of(Band band) {
            return new BandBody(band.key(), band.name(), band.limit());
        }
    }

    Scale scale() {
        List<Band> all = new ArrayList<>();
        if (bands != null) {
            bands.forEach(band -> all.add(band.band()));
        }
        return new Scale(
                key == null ? "" : key,
                name == null ? "" : name,
                fact == null ? "" : fact,
                known(method == null ? Method.FIXED.code() : method),
                margin == null ? USUAL_MARGIN : margin,
                all,
                negative == null ? null : negative.band());
    }

    private static Method known(String code) {
        return Arrays.stream(Method.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "/method",
                        "A method is one of "
                                + Arrays.stream(Method.values())
                                        .map(Method::code)
                                        .collect(Collectors.joining(", "))));
    }
}
