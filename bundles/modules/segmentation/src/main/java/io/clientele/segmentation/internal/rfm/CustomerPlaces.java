package io.clientele.segmentation.internal.rfm;

import java.util.Arrays;

/** Numbers customers from 0 on, in the order in which they are met: a hash table of plain numbers. For one thread. */
final class CustomerPlaces {
    private long[] customers = new long[1 << 10];
    private int[] table = new int[1 << 11];
    private int size;

    /** The number of a customer. */
    int of(long customer) {
        int slot = slot(customer);
        while (table[slot] != 0) {
            if (customers[table[slot] - 1] == customer) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        if (size == customers.length) {
            grow();
            return of(customer);
        }
        customers[size] = customer;
        table[slot] = ++size;
        return size - 1;
    }

    int size() {
        return size;
    }

    long customer(int place) {
        return customers[place];
    }

    /** The numbers in the order of the customers' ids. */
    int[] ascending() {
        long[] ids = Arrays.copyOf(customers, size);
        Arrays.sort(ids);
        int[] places = new int[size];
        Arrays.setAll(places, i -> of(ids[i]));
        return places;
    }

    private int slot(long customer) {
        long mixed = customer * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (table.length - 1);
    }

    private void grow() {
        customers = Arrays.copyOf(customers, size * 2);
        table = new int[table.length * 2];
        for (int place = 0; place < size; place++) {
            int slot = slot(customers[place]);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = place + 1;
        }
    }
}
