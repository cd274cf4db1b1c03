package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.matrix.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A matrix as it is sent. */
public record MatrixBody(
        @Nullable String name,
        @Nullable String filter,
        @Nullable AxisBody x,
        @Nullable AxisBody y,
        @Nullable String money,
        @Nullable List<Matrix.Text> texts) {
    public MatrixBody {
        texts = Given.list(texts);
    }

    Matrix matrix() {
        if (x == null || y == null) {
            throw new InvalidInputException(x == null ? "/x" : "/y", "A matrix has two axes");
        }
        return new Matrix(
                name == null ? "" : name, filter, x.axis("/x"), y.axis("/y"), money, texts == null ? List.of() : texts);
    }
}
