package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.matrix.Axis;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An axis as it is sent and answered. */
public record AxisBody(
        @Nullable String fact,
        @Nullable String method,
        @Nullable Integer parts,
        @Nullable List<Double> cuts,
        @Nullable List<String> labels,
        @Nullable List<String> values,
        @Nullable String support) {
    public AxisBody {
        cuts = Given.list(cuts);
        labels = Given.list(labels);
        values = Given.list(values);
    }

    Axis axis(String pointer) {
        String code = method == null ? "median" : method;
        Axis.Method known;
        switch (code) {
            case "fixed" -> known = Axis.Method.FIXED;
            case "quantile" -> known = Axis.Method.QUANTILE;
            case "median" -> known = Axis.Method.MEDIAN;
            case "values" -> known = Axis.Method.VALUES;
            default ->
                throw new InvalidInputException(
                        pointer + "/method", "A method is one of fixed, quantile, median, values");
        }
        List<Double> given = cuts == null ? List.of() : cuts;
        List<String> named = values == null ? List.of() : values;
        int usual =
                switch (known) {
                    case FIXED -> given.size() + 1;
                    case VALUES -> named.size();
                    default -> 2;
                };
        return new Axis(
                fact == null ? "" : fact,
                known,
                parts == null ? usual : parts,
                known == Axis.Method.FIXED ? given : List.of(),
                labels == null ? List.of() : labels,
                named,
                support);
    }

    static AxisBody of(Axis axis) {
        return new AxisBody(
                axis.fact(),
                axis.method().name().toLowerCase(Locale.ROOT),
                axis.parts(),
                axis.cuts(),
                axis.labels(),
                axis.values(),
                axis.support());
    }
}
