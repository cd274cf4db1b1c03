package io.clientele.bench.scenario;

/**
 * How much is done.
 *
 * @param customers rows behind the request scenarios
 * @param few rows of the small registry that cost per row and request are compared with
 * @param many rows of the large one
 * @param warmUp requests to each side before the first measured round
 * @param round requests of a measured round
 * @param rounds measured rounds of each side
 * @param starts starts of each kind
 * @param swaps how often a module is installed, updated and uninstalled
 */
public record Sizes(int customers, int few, int many, int warmUp, int round, int rounds, int starts, int swaps) {
    private static final int MOST_PAGE_SWAPS = 100;

    /** The sizes the promises are made for. */
    public static final Sizes FULL = new Sizes(100_000, 10_000, 1_000_000, 20_000, 2_000, 15, 3, 1_000);

    /** The same with few requests, for what takes a hundred times as long. */
    Sizes slow() {
        return new Sizes(customers, few, many, warmUp / 50, round / 20, rounds, starts, swaps);
    }

    /** Enough to see that everything runs; no figure of it says anything. */
    public static final Sizes QUICK = new Sizes(3_000, 1_000, 10_000, 1_000, 400, 3, 1, 10);

    /** How often a module is changed while its page is open. */
    int pageSwaps() {
        return Math.min(swaps, MOST_PAGE_SWAPS);
    }
}
