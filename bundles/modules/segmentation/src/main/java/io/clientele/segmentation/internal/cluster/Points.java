package io.clientele.segmentation.internal.cluster;

/** Points of some dimensions, one after the other in one array, so that a million of them are read in a row. */
public final class Points {
    private final double[] coordinates;
    private final int dimensions;

    /** Keeps {@code coordinates} without a copy. */
    public Points(double[] coordinates, int dimensions) {
        this.coordinates = coordinates;
        this.dimensions = dimensions;
    }

    public int size() {
        return coordinates.length / dimensions;
    }

    public int dimensions() {
        return dimensions;
    }

    double at(int point, int dimension) {
        return coordinates[point * dimensions + dimension];
    }

    /** The points of these numbers, some maybe several times. */
    Points choose(int[] numbers) {
        double[] chosen = new double[numbers.length * dimensions];
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(coordinates, numbers[i] * dimensions, chosen, i * dimensions, dimensions);
        }
        return new Points(chosen, dimensions);
    }

    /** The square of the distance from a point to the one that begins at {@code from} in {@code others}. */
    double squaredDistance(int point, double[] others, int from) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double difference = coordinates[point * dimensions + d] - others[from + d];
            sum += difference * difference;
        }
        return sum;
    }

    /** The same points with mean 0 and standard deviation 1 in each dimension; one that does not vary becomes 0. */
    public Standardised standardised() {
        int n = size();
        double[] means = new double[dimensions];
        double[] deviations = new double[dimensions];
        double[] scaled = new double[coordinates.length];
        for (int d = 0; d < dimensions; d++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += at(i, d);
            }
            double mean = sum / n;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                squares += (at(i, d) - mean) * (at(i, d) - mean);
            }
            means[d] = mean;
            deviations[d] = Math.sqrt(squares / n);
            for (int i = 0; i < n; i++) {
                scaled[i * dimensions + d] = deviations[d] == 0 ? 0 : (at(i, d) - mean) / deviations[d];
            }
        }
        return new Standardised(new Points(scaled, dimensions), means, deviations);
    }

    /** Points on a common scale, and how they came there. */
    public static final class Standardised {
        private final Points points;
        private final double[] means;
        private final double[] deviations;

        private Standardised(Points points, double[] means, double[] deviations) {
            this.points = points;
            this.means = means;
            this.deviations = deviations;
        }

        public Points points() {
            return points;
        }

        /** The means before, for each dimension. */
        double[] means() {
            return means;
        }

        /** The standard deviations before, of the whole population. */
        double[] deviations() {
            return deviations;
        }
    }
}
