package io.clientele.bench.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.clientele.bench.server.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One page of one browser profile, and the browser's own tools on it. */
public final class Window implements AutoCloseable {
    private static final double DEADLINE_MILLIS = 60_000;
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(1000);
    private static final int KILOBIT_BYTES = 125;
    private static final int LOOKS = 4;
    private static final int BETWEEN_LOOKS_MILLIS = 300;

    /** What is looked for on a page of customers, and at what moment of the page's life it was there first. */
    private static final String LANDMARKS =
            """
            (() => {
              const seen = (window.seen = {});
              const page = () => document.querySelector('cl-outlet.page')?.screen?.renderRoot?.querySelector('cl-page');
              const looks = {
                mounted: () => page()?.renderRoot?.querySelector('h1')?.textContent && page().querySelector('cl-list')?.renderRoot,
                rows: () => page()?.querySelector('cl-list')?.renderRoot?.querySelector('.row'),
              };
              const look = () => {
                for (const name of Object.keys(looks)) {
                  if (!(name in seen) && looks[name]()) {
                    seen[name] = performance.now();
                  }
                }
                if (Object.keys(seen).length < 2) {
                  requestAnimationFrame(look);
                }
              };
              look();
            })()""";

    private final BrowserContext context;
    private final Page page;
    private final CDPSession tools;
    private final Tap tap;

    /** Who works with it. */
    public record Account(String login, String password) {}

    /** When the frame of the page stood, and when its first rows did, in milliseconds since it was asked for; and what was fetched. */
    public record Loaded(double mounted, double rows, List<Tap.Exchange> exchanges) {
        /** All that was sent. */
        public long bytes() {
            return exchanges.stream()
                    .mapToLong(exchange -> exchange.bytes().get())
                    .sum();
        }

        /** The same without the rows of the list. */
        public long frameBytes() {
            return exchanges.stream()
                    .filter(exchange -> !exchange.request().startsWith("GET /api/v1/customers"))
                    .mapToLong(exchange -> exchange.bytes().get())
                    .sum();
        }

        /** Each request with its bytes, to be read. */
        public String told() {
            return exchanges.stream()
                    .map(exchange -> exchange.request() + " (" + exchange.bytes() + ")")
                    .collect(Collectors.joining(", "));
        }
    }

    private Window(BrowserContext context, Page page, Tap tap) {
        this.context = context;
        this.page = page;
        this.tools = context.newCDPSession(page);
        this.tap = tap;
    }

    static Window open(Browser browser, Tap tap, Account account) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en").setViewportSize(1280, 800));
        context.setDefaultTimeout(DEADLINE_MILLIS);
        Page page = context.newPage();
        // Signed in from a page that has nothing of the product's, so that the cache is cold.
        page.navigate(tap.address() + "/api/docs/");
        page.evaluate(
                """
                async account => {
                  const answer = await fetch('/api/v1/session', {
                    method: 'POST', body: JSON.stringify(account), headers: {'Content-Type': 'application/json'}});
                  if (!answer.ok) throw new Error('signing in was answered ' + answer.status);
                }""",
                Map.of("login", account.login(), "password", account.password()));
        page.addInitScript(LANDMARKS);
        return new Window(context, page, tap);
    }

    /** The page itself. */
    public Page page() {
        return page;
    }

    /** Makes the way to the server as long and as narrow as this. */
    public void slow(int roundTripMillis, int megabits) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", roundTripMillis);
        conditions.addProperty("downloadThroughput", megabits * 1000 * KILOBIT_BYTES);
        conditions.addProperty("uploadThroughput", megabits * 1000 * KILOBIT_BYTES);
        tools.send("Network.enable");
        tools.send("Network.emulateNetworkConditions", conditions);
    }

    /** Loads the list of customers and waits until nothing more is fetched. */
    public Loaded load() {
        tap.reset();
        page.navigate(tap.address() + "/app/customers");
        until("window.seen?.rows");
        quiet();
        return new Loaded(seen("mounted"), seen("rows"), tap.exchanges());
    }

    /** Waits until an expression holds. The page's policy lets no text become a script, so the page cannot be told to wait itself. */
    public void until(String expression) {
        Waiting.until(
                expression,
                () -> page.evaluate("() => Boolean(" + expression + ")").equals(true)
                        ? Optional.of(true)
                        : Optional.empty(),
                OFTEN,
                LONGEST);
    }

    private double seen(String name) {
        return ((Number) page.evaluate("name => window.seen[name]", name)).doubleValue();
    }

    private void quiet() {
        Waiting.until(
                "the end of what is fetched",
                () -> tap.quietNanos() > QUIET_NANOS ? Optional.of(true) : Optional.empty(),
                OFTEN,
                LONGEST);
    }

    /** Waits until the worker that serves without a connection has taken over. */
    public void awaitWorker() {
        until("navigator.serviceWorker.controller");
        quiet();
    }

    /** Counts nodes and listeners that stay: after what was on its way has come, and everything that can be thrown away was. */
    public long nodesAndListeners() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            quiet();
            page.waitForTimeout(BETWEEN_LOOKS_MILLIS);
            tools.send("HeapProfiler.collectGarbage");
            JsonObject counters = tools.send("Memory.getDOMCounters");
            least = Math.min(
                    least,
                    counters.get("nodes").getAsLong()
                            + counters.get("jsEventListeners").getAsLong());
        }
        return least;
    }

    /** Begins to look for the first moment at which an expression holds. */
    public void watch(String expression) {
        page.evaluate("() => { const watch = (window.watch = {}); const look = () => ((" + expression
                + ") ? (watch.at = Date.now()) : setTimeout(look, 5)); look(); }");
    }

    /** When it held, in milliseconds of the clock. */
    public long watched() {
        until("window.watch.at");
        return ((Number) page.evaluate("window.watch.at")).longValue();
    }

    /** Scrolls as with a wheel. */
    public Scrolled scroll(int pixels, int pixelsPerSecond) {
        return new Scrolling(page, tools).scroll(pixels, pixelsPerSecond);
    }

    /** Does these one after the other, and tells which of them took longest to its picture, by Event Timing. */
    public Slowest slowestInput(Map<String, Runnable> inputs) {
        return new Inputs(page).slowest(inputs);
    }

    @Override
    public void close() {
        context.close();
    }
}
