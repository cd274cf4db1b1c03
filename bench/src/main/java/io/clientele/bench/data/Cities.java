package io.clientele.bench.data;

import java.util.SplittableRandom;

/** Two hundred cities of which few are large: the n-th is met in proportion to 1/n. */
public final class Cities {
    /** How many there are. */
    public static final int COUNT = 200;

    private static final String[] KNOWN = {
        "上海",
        "北京",
        "深圳",
        "广州",
        "London",
        "成都",
        "New York",
        "杭州",
        "武汉",
        "Berlin",
        "重庆",
        "南京",
        "Paris",
        "天津",
        "苏州",
        "西安",
        "Toronto",
        "长沙",
        "Sydney",
        "青岛",
        "Madrid",
        "郑州",
        "大连",
        "Chicago",
        "宁波",
        "厦门",
        "Leeds",
        "合肥",
        "Lyon",
        "佛山",
        "Hamburg",
        "福州",
        "Dublin",
        "济南",
        "Boston",
        "沈阳",
        "Vienna",
        "昆明",
        "Zürich",
        "哈尔滨"
    };
    private static final double[] CUMULATED = cumulate();

    private Cities() {}

    /** The name of the n-th largest. */
    public static String name(int rank) {
        return rank < KNOWN.length ? KNOWN[rank] : "Town " + (rank + 1);
    }

    /** The country of the n-th largest, two letters. */
    public static String country(int rank) {
        return rank < KNOWN.length && name(rank).charAt(0) >= 0x4e00 ? "CN" : "GB";
    }

    /** Draws one, the large ones more often. */
    public static int draw(SplittableRandom random) {
        double at = random.nextDouble() * CUMULATED[COUNT - 1];
        int low = 0;
        int high = COUNT - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (CUMULATED[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] cumulate() {
        double[] sums = new double[COUNT];
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }
}
