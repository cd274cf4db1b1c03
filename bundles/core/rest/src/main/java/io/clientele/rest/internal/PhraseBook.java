package io.clientele.rest.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of one bundle in one language: a JSON object whose names are the messages in English. Holds nothing of the bundle but texts. */
public record PhraseBook(String owner, String language, List<Phrase> phrases) {
    /** The languages of the product besides English, which is what the screens speak, too. */
    public static final List<String> LANGUAGES = List.of("zh");

    private static final Logger LOG = LoggerFactory.getLogger(PhraseBook.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    public PhraseBook {
        phrases = List.copyOf(phrases);
    }

    /** Where a bundle has its book. */
    public static String path(String language) {
        return "META-INF/clientele/phrases_" + language + ".json";
    }

    /** Reads a book; a phrase that is no good is left out, with a line in the log that names its owner. So is a book that cannot be read. */
    public static PhraseBook read(String owner, String language, URL book) {
        List<Phrase> phrases = new ArrayList<>();
        try (InputStream in = book.openStream()) {
            Map<String, String> read = JSON.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
            read.forEach((english, told) -> {
                try {
                    phrases.add(Phrase.of(english, told));
                } catch (IllegalArgumentException e) {
                    LOG.error("{}: the phrase \"{}\" is left out: {}", owner, english, e.getMessage());
                }
            });
        } catch (IOException e) {
            LOG.error("{}: {} is left out: {}", owner, path(language), e.toString());
        }
        return new PhraseBook(owner, language, phrases);
    }

    /** The books that a class loader sees: of this bundle, and without a framework those of the whole class path. */
    public static List<PhraseBook> seenBy(ClassLoader loader) {
        List<PhraseBook> books = new ArrayList<>();
        for (String language : LANGUAGES) {
            try {
                for (URL book : Collections.list(loader.getResources(path(language)))) {
                    books.add(read(book.toString(), language, book));
                }
            } catch (IOException e) {
                LOG.error("The phrases in {} are left out: {}", language, e.toString());
            }
        }
        return books;
    }
}
