package io.clientele.segmentation.internal.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Customers with values drawn from a few numbers, so that many are as far from a border, and where they stand by plain counting. */
record PlainMatrix(Axis x, Axis y, List<Drawn> customers) {
    private static final int VALUES = 40;

    /** A customer and its values. */
    record Drawn(long id, @Nullable Double x, @Nullable Double y) {}

    /** What is to be told of a customer. */
    record Told(long id, Place place, double distance, Place beyond) {}

    static PlainMatrix random(Measured measured, int size) {
        Random random = new Random(5);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Double x = random.nextInt(8) == 0 ? null : random.nextInt(VALUES) / 4.;
            Double y = random.nextInt(8) == 0 ? null : random.nextInt(VALUES) * 1.;
            drawn.add(new Drawn(measured.customer("Customer " + i, x, y).value(), x, y));
        }
        Axis x = new Axis("measure.attitude", Axis.Method.FIXED, 3, List.of(2.5, 6.1), List.of());
        Axis y = new Axis("measure.patronage", Axis.Method.FIXED, 4, List.of(3.0, 4.0, 30.0), List.of());
        return new PlainMatrix(x, y, drawn);
    }

    List<Told> nearest() {
        double deviationX = deviation(Drawn::x);
        double deviationY = deviation(Drawn::y);
        List<Told> told = new ArrayList<>();
        for (Drawn each : customers) {
            if (each.x != null && each.y != null) {
                int partX = part(x, each.x);
                int partY = part(y, each.y);
                double[] ofX = nearest(x, each.x, partX);
                double[] ofY = nearest(y, each.y, partY);
                boolean first = ofX[0] / deviationX <= ofY[0] / deviationY;
                told.add(new Told(
                        each.id,
                        new Place(partX, partY),
                        first ? ofX[0] / deviationX : ofY[0] / deviationY,
                        first ? new Place((int) ofX[1], partY) : new Place(partX, (int) ofY[1])));
            }
        }
        told.sort(Comparator.comparingDouble(Told::distance).thenComparingLong(Told::id));
        return told;
    }

    private double deviation(Function<Drawn, @Nullable Double> value) {
        double[] known = customers.stream()
                .filter(each -> value.apply(each) != null)
                .mapToDouble(value::apply)
                .toArray();
        double mean = Arrays.stream(known).average().orElseThrow();
        return Math.sqrt(Arrays.stream(known)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }

    private static int part(Axis axis, double value) {
        return 1 + (int) axis.cuts().stream().filter(cut -> value >= cut).count();
    }

    /** How far the next border is, and the class behind it. */
    private static double[] nearest(Axis axis, double value, int part) {
        double below = part == 1 ? Double.MAX_VALUE : value - axis.cuts().get(part - 2);
        double above =
                part > axis.cuts().size() ? Double.MAX_VALUE : axis.cuts().get(part - 1) - value;
        return below <= above ? new double[] {below, part - 1} : new double[] {above, part + 1};
    }
}
