package io.clientele.cli.demo;

import java.util.List;

/**
 * Random numbers that depend on nothing but where they start: the same on every machine and Java release, and to be
 * had for the millionth customer without drawing those of the others. The generator is SplitMix64.
 */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, long customer, long purpose) {
        this.state = mix(mix(mix(seed) ^ customer) + purpose * STEP);
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += STEP;
        return mix(state);
    }

    /** At least 0, below 1. */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** At least 0, below {@code bound}. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Many small, few large: the first of {@code bound} numbers are drawn most often. */
    int skewed(int bound) {
        double unit = unit();
        return (int) (unit * unit * bound);
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** At least 1; the smaller {@code shape}, the heavier the tail. */
    double pareto(double shape, double most) {
        return Math.min(most, StrictMath.pow(1 - unit(), -1 / shape));
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }
}
