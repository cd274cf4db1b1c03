package io.clientele.bench.scenario;

import com.microsoft.playwright.Keyboard;
import io.clientele.bench.data.CsvFile.Portion;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.web.Chromium;
import io.clientele.bench.web.Scrolled;
import io.clientele.bench.web.Slowest;
import io.clientele.bench.web.Tap;
import io.clientele.bench.web.Window;
import io.clientele.bench.web.Window.Account;
import io.clientele.bench.web.Window.Loaded;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The list of customers in a real browser: what it fetches, when it stands, how fluently it is used, and how it follows the modules. */
public final class Web {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("web");

    private static final String DATABASE = "bench_web";
    private static final int VISITS = 7;
    private static final int MOST_REQUESTS = 16;
    private static final double MOST_KIB = 100;
    private static final double MOST_KIB_AGAIN = 5;
    private static final double MOUNTED_MILLIS = 600;
    private static final double MOUNTED_FAR_MILLIS = 1100;
    private static final int ROUND_TRIP_MILLIS = 60;
    private static final int MEGABITS = 10;
    private static final double FRAME_MILLIS = 16.7;
    private static final double INPUT_MILLIS = 100;

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Web(Bed bed) {
        this.bed = bed;
    }

    /** Loads the customers, and looks at them. */
    public void run() throws IOException, SQLException {
        Signer signer = Signer.create("CN=Bench");
        try (Installation product = bed.install(DATABASE);
                Tap tap = Tap.to(product.distribution().port());
                Chromium browser = Chromium.start()) {
            product.distribution().trust(signer.pem());
            bed.report().progress("importing " + bed.sizes().customers() + " customers");
            Import.run(bed, product, Portion.first(bed.sizes().customers()));
            bed.postgres().settle(DATABASE);
            bed.report().note("browser: Chromium " + browser.version());
            Account account = product.account("bench-browser");
            loading(browser, tap, account);
            scrolling(browser, tap, account);
            handling(browser, tap, account);
            new WebModules(bed, SwappedModule.withPage(product.admin(), signer)).run(browser, tap, account);
        }
    }

    private void loading(Chromium browser, Tap tap, Account account) {
        List<Loaded> cold = new ArrayList<>();
        List<Loaded> again = new ArrayList<>();
        List<Loaded> far = new ArrayList<>();
        for (int visit = 0; visit < VISITS; visit++) {
            try (Window window = browser.open(tap, account)) {
                cold.add(window.load());
                window.awaitWorker();
                again.add(window.load());
            }
            try (Window window = browser.open(tap, account)) {
                window.slow(ROUND_TRIP_MILLIS, MEGABITS);
                far.add(window.load());
            }
        }
        Loaded first = cold.get(VISITS - 1);
        bed.report().note("first visit: " + first.told());
        bed.report().note("second visit: " + again.get(VISITS - 1).told());
        limit("requests of the first list, cold cache", requests(cold), MOST_REQUESTS, new Style("", 0, worst(cold)));
        limit("sent for it, compressed, headers included", kib(cold), MOST_KIB, new Style("KiB", 1, ""));
        limit("page mounted, no added delay", mounted(cold), MOUNTED_MILLIS, times(cold));
        String conditions = "page mounted, " + ROUND_TRIP_MILLIS + " ms and " + MEGABITS + " Mbit/s";
        limit(conditions, mounted(far), MOUNTED_FAR_MILLIS, times(far));
        String rows =
                String.format(Locale.ROOT, "with the customers %.1f KiB, %.0f requests", kib(again), requests(again));
        double framed = again.stream().mapToLong(Loaded::frameBytes).max().orElseThrow() / 1024.0;
        limit("sent at the second visit, the customers left out", framed, MOST_KIB_AGAIN, new Style("KiB", 1, rows));
        bed.report().add(Row.reference("  page mounted at the second visit", mounted(again), times(again)));
    }

    private void limit(String what, double value, double limit, Style style) {
        bed.report().add(Row.limit(what, value, limit, style));
    }

    private static double requests(List<Loaded> visits) {
        return visits.stream().mapToInt(visit -> visit.exchanges().size()).max().orElseThrow();
    }

    private static String worst(List<Loaded> visits) {
        return String.format(Locale.ROOT, "worst of %d; %.0f requests", visits.size(), requests(visits));
    }

    private static double kib(List<Loaded> visits) {
        return visits.stream().mapToLong(Loaded::bytes).max().orElseThrow() / 1024.0;
    }

    private static double mounted(List<Loaded> visits) {
        return Figures.median(visits.stream().map(Loaded::mounted).toList());
    }

    private static Style times(List<Loaded> visits) {
        double rows = Figures.median(visits.stream().map(Loaded::rows).toList());
        double least = visits.stream().mapToDouble(Loaded::mounted).min().orElseThrow();
        String remark =
                String.format(Locale.ROOT, "median of %d, least %.0f; rows after %.0f", visits.size(), least, rows);
        return new Style("ms", 0, remark);
    }

    private void scrolling(Chromium browser, Tap tap, Account account) {
        List<Scrolled> visits = new ArrayList<>();
        for (int visit = 0; visit < VISITS; visit++) {
            try (Window window = browser.open(tap, account)) {
                window.load();
                visits.add(window.scroll(12_000, 3_000));
            }
        }
        visits.sort(Comparator.comparingDouble(Scrolled::meanMillis));
        Scrolled usual = visits.get(VISITS / 2);
        String remark = String.format(
                Locale.ROOT,
                "median of %d, worst %.1f; %d pictures, slowest %.1f",
                VISITS,
                visits.get(VISITS - 1).meanMillis(),
                usual.gaps().size(),
                usual.slowestMillis());
        limit("between pictures while scrolling, mean", usual.meanMillis(), FRAME_MILLIS, new Style("ms", 2, remark));
        String parts = String.format(
                Locale.ROOT,
                "scripts %.1f, style %.1f, layout %.1f",
                usual.each("ScriptDuration"),
                usual.each("RecalcStyleDuration"),
                usual.each("LayoutDuration"));
        bed.report()
                .add(Row.reference(
                        "  of it the page's own thread, CPU for each",
                        usual.each("TaskDuration"),
                        new Style("ms", 1, parts)));
    }

    private void handling(Chromium browser, Tap tap, Account account) {
        try (Window window = browser.open(tap, account)) {
            window.load();
            Slowest slowest = window.slowestInput(inputs(window));
            limit("input to its picture, worst", slowest.millis(), INPUT_MILLIS, new Style("ms", 0, slowest.name()));
        }
    }

    private static Map<String, Runnable> inputs(Window window) {
        Keyboard keyboard = window.page().keyboard();
        Map<String, Runnable> inputs = new LinkedHashMap<>();
        inputs.put("a search", () -> window.page().locator("input[type=search]").pressSequentially("wang"));
        inputs.put("into the list", () -> window.page().locator("cl-list .grid").focus());
        Stream.of("j", "k", "x", "ArrowDown", "ArrowRight", "End", "Home", "Control+k")
                .forEach(key -> inputs.put(key, () -> keyboard.press(key)));
        inputs.put("words in the palette", () -> keyboard.type("customers"));
        inputs.put("Escape", () -> keyboard.press("Escape"));
        inputs.put(
                "a choice",
                () -> window.page().locator("cl-list .row input").first().click());
        return inputs;
    }
}
