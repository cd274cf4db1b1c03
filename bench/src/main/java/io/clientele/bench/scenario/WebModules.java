package io.clientele.bench.scenario;

import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.web.Chromium;
import io.clientele.bench.web.Tap;
import io.clientele.bench.web.Window;
import io.clientele.bench.web.Window.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How soon a page that is open shows that a module has come, changed or gone, and what a hundred changes leave in it. */
final class WebModules {
    private static final double WITHIN_MILLIS = 1000;
    private static final int TIMES = 5;
    private static final int WARM_UP = 4;
    private static final String PAGE = "document.querySelector('cl-outlet.page')";
    private static final String IN_THE_MENU = "document.querySelector('nav.side a[href=\"/app/swapped\"]')";
    private static final String GONE = "document.querySelector('cl-outlet.page > cl-empty')";

    private final Bed bed;
    private final SwappedModule module;

    WebModules(Bed bed, SwappedModule module) {
        this.bed = bed;
        this.module = module;
    }

    void run(Chromium browser, Tap tap, Account account) {
        try (Window window = browser.open(tap, account)) {
            window.load();
            List<Double> come = new ArrayList<>();
            List<Double> changed = new ArrayList<>();
            List<Double> gone = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                come.add(millis(window, IN_THE_MENU, module::install));
                window.page().locator("nav.side a[href='/app/swapped']").click();
                window.until(shows("1.0.0"));
                changed.add(millis(window, shows("1.1.0"), module::update));
                gone.add(millis(window, GONE, module::uninstall));
            }
            add("install until the menu has it", come);
            add("update until the page is the new one", changed);
            add("uninstall until the page says so", gone);
            left(window);
        }
    }

    private static String shows(String version) {
        return PAGE + "?.screen?.renderRoot?.querySelector('cl-page')?.heading === 'Swapped " + version + "'";
    }

    /** From the request to the picture. */
    private static double millis(Window window, String expression, Runnable change) {
        window.watch(expression);
        long begun = System.currentTimeMillis();
        change.run();
        return window.watched() - begun;
    }

    private void add(String what, List<Double> millis) {
        double least = Collections.min(millis);
        String remark = String.format(Locale.ROOT, "worst of %d, least %.0f; not loaded anew", TIMES, least);
        bed.report().add(Row.limit(what, Collections.max(millis), WITHIN_MILLIS, new Style("ms", 0, remark)));
    }

    private void left(Window window) {
        module.install();
        window.until(shows("1.0.0"));
        swap(window, WARM_UP);
        long before = window.nodesAndListeners();
        swap(window, bed.sizes().pageSwaps());
        long after = window.nodesAndListeners();
        module.uninstall();
        bed.report()
                .add(Row.limit(
                        "nodes and listeners left by " + bed.sizes().pageSwaps() + " swaps of the open page",
                        (double) (after - before),
                        0,
                        new Style("", 0, before + " before, " + after + " after")));
    }

    private void swap(Window window, int times) {
        for (int i = 0; i < times; i += 2) {
            module.update();
            window.until(shows("1.1.0"));
            module.rollBack();
            window.until(shows("1.0.0"));
        }
    }
}
