package io.clientele.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the book of phrases of a bundle, {@code META-INF/clientele/phrases_zh.json}, with the messages in its source, from a test in its
 * directory:
 *
 * <pre>{@code
 * assertThat(PhraseBookCheck.of("zh").faults()).isEmpty();
 * }</pre>
 *
 * <p>Messages are what the source gives to {@code InvalidInputException}, its {@code Violation}, {@code ConflictException} and the other
 * exceptions that become problems. What goes through methods of the bundle's own is named by {@link #saidBy}.
 */
public final class PhraseBookCheck {
    private static final Pattern ENTRY =
            Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"\\s*:\\s*\"((?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\d(:phrase)?}");

    private final Map<String, String> book;
    private final List<Path> sources = new ArrayList<>();
    private final Set<String> calls = new TreeSet<>();
    private final Set<String> saidElsewhere = new TreeSet<>();

    private PhraseBookCheck(Map<String, String> book, Path source) {
        this.book = book;
        sources.add(source);
    }

    /** The book of the bundle in whose directory the test runs. */
    public static PhraseBookCheck of(String language) {
        return of(Path.of(""), language);
    }

    static PhraseBookCheck of(Path bundle, String language) {
        Path file = bundle.resolve("src/main/resources/META-INF/clientele/phrases_" + language + ".json");
        try {
            Map<String, String> book = new LinkedHashMap<>();
            Matcher entry = ENTRY.matcher(Files.readString(file));
            while (entry.find()) {
                book.put(entry.group(1).translateEscapes(), entry.group(2).translateEscapes());
            }
            return new PhraseBookCheck(book, bundle.resolve("src/main/java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Source of other bundles whose messages are in this book. */
    public PhraseBookCheck withSource(Path root) {
        sources.add(root);
        return this;
    }

    /** Calls whose texts are messages: names of methods or constructors, or {@code faults.add} for one of a certain receiver. */
    public PhraseBookCheck saidBy(String... names) {
        calls.addAll(List.of(names));
        return this;
    }

    /** Messages that no source here says, as those of a library; {@code {name}} is a hole. */
    public PhraseBookCheck saidElsewhere(Collection<String> messages) {
        messages.forEach(message -> saidElsewhere.add(message.replaceAll("\\{\\w+}", SourceMessages.HOLE)));
        return this;
    }

    /** All that is wrong with the book, each in a sentence. */
    public List<String> faults() {
        SourceMessages source = new SourceMessages(sources, calls);
        List<String> faults = new ArrayList<>();
        messagesWithoutPhrase(source).forEach(each -> faults.add("no phrase for the message: " + each));
        phrasesThatNobodySays(source).forEach(each -> faults.add("a phrase that nobody says: " + each));
        phrasesWithOtherHoles().forEach(each -> faults.add("a translation with other holes: " + each));
        return faults;
    }

    /** What would be told in English; {@code …} stands for a hole. */
    private List<String> messagesWithoutPhrase(SourceMessages source) {
        List<Pattern> phrases = book.keySet().stream()
                .map(PhraseBookCheck::literals)
                .map(literals -> literals.stream().map(Pattern::quote).collect(Collectors.joining(".+")))
                .map(regex -> Pattern.compile(regex, Pattern.DOTALL))
                .toList();
        Predicate<String> isTold = message ->
                phrases.stream().anyMatch(phrase -> phrase.matcher(message).matches());
        // What is put in at the end may be nothing, or more to say, which has a phrase of its own.
        return Stream.concat(source.messages().stream(), saidElsewhere.stream())
                .filter(isTold.or(message -> isTold.test(message.replaceFirst(SourceMessages.HOLE + "$", "")))
                        .negate())
                .map(message -> message.replace(SourceMessages.HOLE, "…"))
                .toList();
    }

    /** Phrases for messages that have been reworded, or are gone: some text between their holes, or up to a semicolon, is nowhere in the source. */
    private List<String> phrasesThatNobodySays(SourceMessages source) {
        Set<String> whole = new TreeSet<>(source.messages());
        whole.addAll(source.titles());
        whole.addAll(saidElsewhere);
        return book.keySet().stream()
                .filter(phrase -> !whole.contains(String.join(SourceMessages.HOLE, literals(phrase))))
                .filter(phrase -> !literals(phrase).stream()
                        .flatMap(part -> Stream.of(part.split("; ", -1)))
                        .allMatch(part -> source.literals().stream().anyMatch(text -> text.contains(part.strip()))))
                .toList();
    }

    /** Phrases whose translation loses, adds or mistypes a hole. */
    private List<String> phrasesWithOtherHoles() {
        return book.keySet().stream()
                .filter(phrase -> !holes(phrase).equals(holes(String.valueOf(book.get(phrase)))))
                .toList();
    }

    private static List<String> literals(String phrase) {
        return List.of(HOLE.split(phrase, -1));
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            holes.add(hole.group().substring(0, 2));
        }
        return holes;
    }
}
