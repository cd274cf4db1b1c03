package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message and what it is in another language, both with the same numbered holes: {@code At most {0} bytes}. A hole in the other language
 * may say {@code {0:phrase}}: what stands in it is a message itself, or a word that there is a phrase for.
 */
final class Phrase {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)(:phrase)?}");
    private static final int FEWEST_LETTERS = 2;

    /** Of a phrase that begins with a hole, which any message might be. */
    private static final int FEWEST_LETTERS_BEHIND = 6;

    /** What stands before, between and after the holes. */
    private final List<String> literals;

    private final List<Piece> told;
    private final int letters;

    /**
     * A part of what is told: a text, and then what stood in a hole.
     *
     * @param hole which of the holes, as they follow each other in English; -1 for none
     */
    private record Piece(String text, int hole, boolean phrase) {}

    private Phrase(List<String> literals, List<Piece> told) {
        this.literals = literals;
        this.told = told;
        this.letters = (int) literals.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .count();
    }

    /** Reads a phrase; fails with {@link IllegalArgumentException}, whose message says what is wrong. */
    static Phrase of(String english, String told) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher hole = HOLE.matcher(english);
        int from = 0;
        while (hole.find()) {
            if (hole.start() == from && from > 0) {
                throw new IllegalArgumentException("nothing parts two of its holes");
            }
            if (hole.group(2) != null || names.contains(hole.group(1))) {
                throw new IllegalArgumentException("a hole of the English is numbered, once");
            }
            literals.add(english.substring(from, hole.start()));
            names.add(hole.group(1));
            from = hole.end();
        }
        literals.add(english.substring(from));
        Phrase phrase = new Phrase(List.copyOf(literals), pieces(told, names));
        // Fewer would be found in messages of others, that mean something else.
        if (phrase.letters < (phrase.beginning().isEmpty() ? FEWEST_LETTERS_BEHIND : FEWEST_LETTERS)) {
            throw new IllegalArgumentException("it says too little outside of its holes");
        }
        return phrase;
    }

    private static List<Piece> pieces(String told, List<String> names) {
        List<Piece> pieces = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Matcher hole = HOLE.matcher(told);
        int from = 0;
        while (hole.find()) {
            used.add(hole.group(1));
            pieces.add(
                    new Piece(told.substring(from, hole.start()), names.indexOf(hole.group(1)), hole.group(2) != null));
            from = hole.end();
        }
        pieces.add(new Piece(told.substring(from), -1, false));
        if (!used.equals(Set.copyOf(names))) {
            throw new IllegalArgumentException("the two have not the same holes");
        }
        return List.copyOf(pieces);
    }

    /** How much of it must be found in a message: the more, the less that is by chance. */
    int letters() {
        return letters;
    }

    boolean hasHoles() {
        return literals.size() > 1;
    }

    /** What stands before the first hole, or all of it. */
    String beginning() {
        return literals.get(0);
    }

    /** What stands in the holes of a message, or null if the message is another one. Each literal is looked for once, none twice. */
    @Nullable
    List<String> read(String message) {
        String last = literals.get(literals.size() - 1);
        int end = message.length() - last.length();
        if (!message.startsWith(beginning()) || !message.endsWith(last)) {
            return null;
        }
        List<String> values = new ArrayList<>();
        int from = beginning().length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int at = message.indexOf(literal, from + 1);
            if (at < 0) {
                return null;
            }
            values.add(message.substring(from, at));
            from = at + literal.length();
        }
        if (from >= end) {
            return null;
        }
        values.add(message.substring(from, end));
        return values;
    }

    /** Whether it says something and then gives the word to another message, whatever that says. */
    boolean introduces() {
        int last = literals.size() - 1;
        return !beginning().isEmpty()
                && literals.get(last).isEmpty()
                && told.stream().anyMatch(piece -> piece.phrase && piece.hole == last - 1);
    }

    /** What stood in the holes for messages. */
    List<String> inner(List<String> values) {
        return told.stream()
                .filter(piece -> piece.phrase)
                .map(piece -> values.get(piece.hole))
                .toList();
    }

    /** The phrase in the other language, with what stood in the holes; {@code inner} tells what is a message itself. */
    String tell(List<String> values, UnaryOperator<String> inner) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : told) {
            append(text, piece.text);
            if (piece.hole >= 0) {
                String value = values.get(piece.hole);
                append(text, piece.phrase ? inner.apply(value) : value);
            }
        }
        return text.toString();
    }

    /** A blank around a word of another script is none between two of one that has no blanks. */
    private static void append(StringBuilder text, String more) {
        int end = text.length() - 1;
        if (end > 0 && text.charAt(end) == ' ' && isIdeograph(text, end - 1) && isIdeograph(more, 0)) {
            text.setLength(end);
        }
        boolean blank = more.startsWith(" ") && isIdeograph(text, end) && isIdeograph(more, 1);
        text.append(more, blank ? 1 : 0, more.length());
    }

    private static boolean isIdeograph(CharSequence text, int at) {
        return at >= 0 && at < text.length() && Character.isIdeographic(text.charAt(at));
    }
}
