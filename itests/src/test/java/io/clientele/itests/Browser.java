package io.clientele.itests;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one browser of a run; each test opens windows of its own, which know nothing of each other. */
final class Browser {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final int FETCH_MINUTES = 10;

    /** A busy machine takes its time to show what it will show, and a page rests before it does what can wait. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser running;
    private static com.microsoft.playwright.@Nullable Browser keeping;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private Browser() {}

    /** How somebody looks at the product. */
    record Look(String locale, ColorScheme colours, int width, int height) {
        static final Look DESK = new Look("en", ColorScheme.LIGHT, 1280, 800);

        static Stream<Look> all() {
            return Stream.of("en", "zh-CN").flatMap(locale -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .flatMap(colours ->
                            Stream.of(new Look(locale, colours, 1280, 800), new Look(locale, colours, 390, 844))));
        }

        /** Each language, each colour scheme and each width, for tests of many pages. */
        static Stream<Look> each() {
            return Stream.of(
                    DESK,
                    new Look("en", ColorScheme.DARK, 1280, 800),
                    new Look("zh-CN", ColorScheme.LIGHT, 1280, 800),
                    new Look("zh-CN", ColorScheme.DARK, 390, 844));
        }

        @Override
        public String toString() {
            return width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT) + "-" + locale;
        }
    }

    /** A window on a server. */
    static BrowserContext window(Server server, Look look) {
        return browser().newContext(options(server, look));
    }

    /** A window that keeps pages which were left, to show them as they were when somebody goes back: as at people's desks, and else not in tests. */
    static BrowserContext keepingWindow(Server server, Look look) {
        return keepingBrowser().newContext(options(server, look));
    }

    /** A window on a screen that is touched. */
    static BrowserContext touchedWindow(Server server, Look look) {
        return browser().newContext(options(server, look).setHasTouch(true).setIsMobile(true));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(Server server, Look look) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.uri("").toString())
                .setLocale(look.locale())
                .setColorScheme(look.colours())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(look.width(), look.height());
    }

    /** What is hard to use for somebody on this page, each finding with the elements that it is about. */
    static List<String> findings(Page page) {
        AxeRunOptions violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        // No page has frames: then axe needs no window of its own to gather their findings in.
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(violationsOnly)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    /** Leaves a picture for those who want to see what was tested. */
    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("clientele.pictures"), name + ".png")));
    }

    private static synchronized com.microsoft.playwright.Browser browser() {
        if (running == null) {
            running = playwright().chromium().launch(launching());
        }
        return running;
    }

    private static synchronized com.microsoft.playwright.Browser keepingBrowser() {
        if (keeping == null) {
            keeping = playwright()
                    .chromium()
                    .launch(launching().setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
        }
        return keeping;
    }

    private static Playwright playwright() {
        Playwright there = playwright;
        if (there == null) {
            there = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(there::close));
            playwright = there;
        }
        return there;
    }

    private static BrowserType.LaunchOptions launching() {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        installed().or(Browser::fetched).ifPresent(options::setExecutablePath);
        return options;
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM");
        return Stream.concat(Stream.ofNullable(named), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Playwright's own Chromium, which it finds by itself once it was fetched; only if whoever runs the tests lets it be. */
    private static Optional<Path> fetched() {
        if (!"yes".equals(System.getenv("FETCH_CHROMIUM"))) {
            throw new IllegalStateException(
                    "No browser was found. Install Chromium (apt install chromium), or set CHROMIUM to the"
                            + " path of one, or FETCH_CHROMIUM=yes to have Playwright fetch its own; looked at "
                            + PLACES);
        }
        try {
            Process fetching = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "com.microsoft.playwright.CLI",
                            "install",
                            "chromium")
                    .inheritIO()
                    .start();
            if (fetching.waitFor(FETCH_MINUTES, TimeUnit.MINUTES) && fetching.exitValue() == 0) {
                return Optional.empty();
            }
            fetching.destroy();
            throw new IllegalStateException(
                    "Playwright could not fetch its Chromium; install one, or set CHROMIUM to its path");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
