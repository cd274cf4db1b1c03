package io.clientele.bench.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page that is scrolled, and what that costs it. */
final class Scrolling {
    private static final int MIDDLE_X = 700;
    private static final int MIDDLE_Y = 500;

    private final Page page;
    private final CDPSession tools;

    Scrolling(Page page, CDPSession tools) {
        this.page = page;
        this.tools = tools;
    }

    /** Scrolls as with a wheel. */
    Scrolled scroll(int pixels, int pixelsPerSecond) {
        JsonObject domain = new JsonObject();
        domain.addProperty("timeDomain", "threadTicks");
        tools.send("Performance.enable", domain);
        Map<String, Double> before = seconds();
        page.evaluate(
                """
                () => {
                  const frames = (window.frames_ = []);
                  const next = (at) => {
                    frames.push(at);
                    window.scrolling = requestAnimationFrame(next);
                  };
                  window.scrolling = requestAnimationFrame(next);
                }""");
        JsonObject gesture = new JsonObject();
        gesture.addProperty("x", MIDDLE_X);
        gesture.addProperty("y", MIDDLE_Y);
        gesture.addProperty("yDistance", -pixels);
        gesture.addProperty("speed", pixelsPerSecond);
        gesture.addProperty("gestureSourceType", "mouse");
        tools.send("Input.synthesizeScrollGesture", gesture);
        List<?> gaps = (List<?>)
                page.evaluate(
                        """
                () => {
                  cancelAnimationFrame(window.scrolling);
                  return window.frames_.slice(1).map((at, i) => Math.round((at - window.frames_[i]) * 1000));
                }""");
        Map<String, Double> millis = new TreeMap<>(seconds());
        millis.replaceAll((what, after) -> (after - before.getOrDefault(what, 0.0)) * 1000);
        tools.send("Performance.disable");
        return new Scrolled(gaps.stream().map(gap -> ((Number) gap).longValue()).toList(), millis);
    }

    /** What the page's own thread has spent its time on. */
    private Map<String, Double> seconds() {
        Map<String, Double> seconds = new TreeMap<>();
        for (JsonElement metric : tools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            String name = metric.getAsJsonObject().get("name").getAsString();
            if (name.endsWith("Duration")) {
                seconds.put(name, metric.getAsJsonObject().get("value").getAsDouble());
            }
        }
        return seconds;
    }
}
