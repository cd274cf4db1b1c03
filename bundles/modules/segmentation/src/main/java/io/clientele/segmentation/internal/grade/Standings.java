package io.clientele.segmentation.internal.grade;

import java.util.Arrays;

/** Customers with the value that they are graded by and the band they were in, in columns. For one thread. */
final class Standings {
    private long[] customers = new long[1_024];
    private double[] values = new double[1_024];
    private byte[] bands = new byte[1_024];
    private int size;

    /** Takes a customer in; a value that is not known is not a number. */
    void add(long customer, double value, int band) {
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            bands = Arrays.copyOf(bands, 2 * size);
        }
        customers[size] = customer;
        values[size] = value;
        bands[size++] = (byte) band;
    }

    int size() {
        return size;
    }

    long customer(int i) {
        return customers[i];
    }

    double value(int i) {
        return values[i];
    }

    int band(int i) {
        return bands[i];
    }

    /** The values that take part in cutting, ascending. */
    double[] ascending(Scale scale) {
        double[] known = Arrays.stream(values, 0, size)
                .filter(value -> !Double.isNaN(value) && (scale.negative() == null || value > 0))
                .toArray();
        Arrays.sort(known);
        return known;
    }
}
