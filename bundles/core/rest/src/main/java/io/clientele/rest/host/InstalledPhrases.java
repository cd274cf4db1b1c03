package io.clientele.rest.host;

import io.clientele.rest.internal.PhraseBook;
import io.clientele.rest.internal.Phrases;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Reads the phrase books of bundles as they start, and forgets them as they stop. */
final class InstalledPhrases implements BundleTrackerCustomizer<List<PhraseBook>> {
    private final Phrases phrases;
    private final Bundle self;

    /** {@code self} is left out: the host has its own book already. */
    InstalledPhrases(Phrases phrases, Bundle self) {
        this.phrases = phrases;
        this.self = self;
    }

    @Override
    public @Nullable List<PhraseBook> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        if (bundle.equals(self)) {
            return null;
        }
        List<PhraseBook> books = new ArrayList<>();
        for (String language : PhraseBook.LANGUAGES) {
            URL book = bundle.getEntry(PhraseBook.path(language));
            if (book != null) {
                books.add(PhraseBook.read(bundle.getSymbolicName(), language, book));
            }
        }
        books.forEach(phrases::add);
        return books.isEmpty() ? null : books;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, List<PhraseBook> books) {
        // It is active or it is not; nothing else matters.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, List<PhraseBook> books) {
        books.forEach(phrases::remove);
    }
}
