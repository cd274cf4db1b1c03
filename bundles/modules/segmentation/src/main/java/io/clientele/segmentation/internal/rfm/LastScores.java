package io.clientele.segmentation.internal.rfm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What customers scored last, in the order of their ids, to be asked for in that order. For one thread. */
final class LastScores {
    private static final int FIRST_CAPACITY = 10_000;

    private long[] customers = new long[FIRST_CAPACITY];
    private int[] cells = new int[FIRST_CAPACITY];
    private int size;
    private int next;
    private final List<Long> passed = new ArrayList<>();

    /** Adds what a customer scored whose id is above all before. */
    void add(long customer, int cell) {
        if (size == customers.length) {
            customers = Arrays.copyOf(customers, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        customers[size] = customer;
        cells[size++] = cell;
    }

    /** What a customer scored, such as 554, or 0. */
    int of(long customer) {
        passTo(customer);
        return next < size && customers[next] == customer ? cells[next++] : 0;
    }

    private void passTo(long customer) {
        while (next < size && customers[next] < customer) {
            passed.add(customers[next++]);
        }
    }

    /** Those whom nobody has asked for, once all others were. */
    List<Long> unasked() {
        passTo(Long.MAX_VALUE);
        return passed;
    }
}
