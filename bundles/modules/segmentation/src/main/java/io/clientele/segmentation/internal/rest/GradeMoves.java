package io.clientele.segmentation.internal.rest;

import io.clientele.segmentation.internal.grade.GradeHistory;
import io.clientele.segmentation.internal.numbers.Stability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How customers moved between the bands of a scale.
 *
 * @param bands what the rows and columns are; the first, of those who are not graded, is null
 * @param probabilities the counts as chances for one who stands there
 * @param forecast how many will stand in each band after as long a time again
 * @param settled how many will stand there in the end, if all go on like that
 * @param worth what one who stands there brings from now on, in money of today; null unless a discount was given
 * @param changed the share of those graded on both days who changed the band; null if nobody was
 * @param distance the total variation of the shares of the bands, 0 to 1; null likewise
 */
public record GradeMoves(
        List<@Nullable String> bands,
        List<List<Long>> counts,
        List<List<Double>> probabilities,
        List<Double> forecast,
        List<Double> settled,
        @Nullable List<Double> worth,
        @Nullable Double changed,
        @Nullable Double distance) {
    static GradeMoves of(GradeHistory.Migration migration, MatrixMoves.@Nullable Earning earning) {
        MatrixMoves moves = MatrixMoves.of(migration.counts(), earning);
        Stability stability = Stability.of(migration.counts());
        return new GradeMoves(
                migration.bands(),
                moves.counts(),
                moves.probabilities(),
                moves.forecast(),
                moves.settled(),
                moves.worth(),
                stability.changed(),
                stability.distance());
    }
}
