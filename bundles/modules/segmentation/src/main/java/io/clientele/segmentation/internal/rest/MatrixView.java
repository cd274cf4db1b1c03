package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.matrix.Matrices;
import io.clientele.segmentation.internal.matrix.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A matrix as it is answered. */
public record MatrixView(
        String id,
        long version,
        String name,
        @Nullable String filter,
        AxisBody x,
        AxisBody y,
        @Nullable String money,
        List<Matrix.Text> texts)
        implements Versioned {
    static MatrixView of(Matrices.Kept kept) {
        Matrix matrix = kept.matrix();
        return new MatrixView(
                ShortId.format(kept.id()),
                kept.version(),
                matrix.name(),
                matrix.filter(),
                AxisBody.of(matrix.x()),
                AxisBody.of(matrix.y()),
                matrix.money(),
                matrix.texts());
    }
}
