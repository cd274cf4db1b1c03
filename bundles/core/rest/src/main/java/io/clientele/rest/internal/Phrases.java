package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The phrase books of all bundles that are there. Safe for use by many threads; readers never wait. */
public final class Phrases {
    private final List<PhraseBook> books = new ArrayList<>();
    private volatile Map<String, PhraseIndex> byLanguage = Map.of();

    /** Adds a book; where two say the same, what was added first counts. */
    public synchronized void add(PhraseBook book) {
        books.add(book);
        index();
    }

    /** Undoes {@link #add}. */
    public synchronized void remove(PhraseBook book) {
        books.remove(book);
        index();
    }

    private void index() {
        Map<String, List<Phrase>> all = new TreeMap<>();
        books.forEach(book -> all.computeIfAbsent(book.language(), language -> new ArrayList<>())
                .addAll(book.phrases()));
        Map<String, PhraseIndex> made = new TreeMap<>();
        all.forEach((language, phrases) -> made.put(language, new PhraseIndex(phrases)));
        byLanguage = Map.copyOf(made);
    }

    /** Whoever is answered in the language that they prefer, as {@code Accept-Language} has it, among those that messages can be told in. */
    Speech speechFor(@Nullable String acceptLanguage) {
        Map<String, PhraseIndex> known = byLanguage;
        if (acceptLanguage == null || known.isEmpty()) {
            return new Speech(Speech.ENGLISH, null);
        }
        List<String> offered = new ArrayList<>();
        offered.add(Speech.ENGLISH);
        offered.addAll(known.keySet());
        String language = AcceptedLanguages.best(acceptLanguage, offered);
        return new Speech(language, known.get(language));
    }
}
