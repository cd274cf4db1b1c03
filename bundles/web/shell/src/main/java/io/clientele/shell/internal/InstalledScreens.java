package io.clientele.shell.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.events.LiveNews;
import io.clientele.rest.spi.WebFile;
import io.clientele.rest.spi.WebFiles;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the screens of active bundles, serves their files, and tells every open page as they come and go. */
@Component(
        service = {InstalledScreens.class, WebFiles.class},
        immediate = true)
public final class InstalledScreens implements WebFiles, BundleTrackerCustomizer<BundleScreens> {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledScreens.class);
    private static final String NEWS = "screens";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Somebody may still be on the way to one that has been overtaken. */
    private static final int MOST_ANNOUNCED = 16;

    private final Map<String, BundleScreens> byBundle = new ConcurrentSkipListMap<>();
    private final Map<String, WebFile> announced = new ConcurrentHashMap<>();
    /** The addresses of those, the last one at the end. */
    private final Set<String> order = new LinkedHashSet<>();

    private final ShellFiles shell;
    private final LiveNews news;
    private final BundleTracker<BundleScreens> tracker;

    /**
     * All screens there are at a moment.
     *
     * @param shell the generation of the shell itself: a page that runs another one is out of date
     */
    public record Snapshot(String shell, List<BundleScreens> bundles) {}

    /**
     * Where the screens of a moment are told. The address holds their digest: whoever has read them keeps them for ever, and hears in a line that
     * they are the same.
     */
    record Announced(String at) {}

    @Activate
    public InstalledScreens(BundleContext context, @Reference ShellFiles shell, @Reference LiveNews news) {
        this.shell = shell;
        this.news = news;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
        tell();
    }

    @Deactivate
    void close() {
        tracker.close();
        news.withdraw(NEWS);
    }

    Snapshot snapshot() {
        return new Snapshot(shell.generation(), List.copyOf(byBundle.values()));
    }

    @Override
    public Optional<WebFile> find(String path) {
        if (!path.startsWith(BundleScreens.ROOT)) {
            return Optional.empty();
        }
        WebFile told = announced.get(path);
        if (told != null) {
            return Optional.of(told);
        }
        String rest = path.substring(BundleScreens.ROOT.length());
        int slash = rest.indexOf('/');
        BundleScreens screens = slash < 0 ? null : byBundle.get(rest.substring(0, slash));
        return screens == null ? Optional.empty() : screens.find(rest.substring(slash + 1));
    }

    @Override
    public @Nullable BundleScreens addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        try {
            Optional<BundleScreens> found = BundleScreens.of(bundle);
            if (found.isPresent()) {
                byBundle.put(found.get().bundle(), found.get());
                tellIfStarted(event);
                return found.get();
            }
        } catch (IOException e) {
            LOG.error("{}: its screens are left out: {}", bundle.getSymbolicName(), e.toString());
        }
        return null;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, BundleScreens screens) {
        // It is active or it is not; nothing else matters.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, BundleScreens screens) {
        // An update may have put another generation in its place already.
        if (byBundle.remove(screens.bundle(), screens)) {
            tellIfStarted(event);
        }
    }

    /** Bundles that are there at the start, or when this one goes, are told of together. */
    private void tellIfStarted(@Nullable BundleEvent event) {
        if (event != null) {
            tell();
        }
    }

    /** One after the other, so that the last that is announced is the present one. */
    private synchronized void tell() {
        try {
            byte[] told = JSON.writeValueAsBytes(snapshot());
            String at = BundleScreens.ROOT + WebFile.digest(told) + ".json";
            announced.put(at, WebFile.of("application/json", told).forEver());
            order.remove(at);
            order.add(at);
            if (order.size() > MOST_ANNOUNCED) {
                String oldest = order.iterator().next();
                order.remove(oldest);
                announced.remove(oldest);
            }
            news.show(NEWS, new Announced(at));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot is plain records", e);
        }
    }
}
