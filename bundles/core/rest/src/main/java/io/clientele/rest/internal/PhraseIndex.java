package io.clientele.rest.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All phrases of one language, found by the message. What a message costs is bounded: its length, how deep messages are in messages, and how many are in a row. */
final class PhraseIndex {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 3;
    private static final int MOST_IN_A_ROW = 32;

    /** What parts messages that are said in a row. */
    private static final String IN_A_ROW = "; ";

    private static final String IN_A_ROW_TOLD = "；";

    /** Those without holes, by what they say. */
    private final Map<String, Phrase> whole = new HashMap<>();

    /** Those that begin with a whole word, by that word; the others by "". What says more comes first. */
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    /** Of phrases that say the same, the first one counts. */
    PhraseIndex(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            if (phrase.hasHoles()) {
                byFirstWord
                        .computeIfAbsent(firstWord(phrase.beginning()), word -> new ArrayList<>())
                        .add(phrase);
            } else {
                whole.putIfAbsent(phrase.beginning(), phrase);
            }
        }
        byFirstWord
                .values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(Phrase::letters).reversed()));
    }

    private static String firstWord(String text) {
        return text.substring(0, Math.max(0, text.indexOf(' ')));
    }

    /** A message in the language of the phrases, or null if none says it. */
    @Nullable
    String find(String message) {
        return find(message, 0);
    }

    /** Whether all of it can be told, with the messages inside. */
    private boolean isKnown(String message, int depth) {
        if (message.length() > LONGEST || depth > DEEPEST) {
            return false;
        }
        if (whole.containsKey(message)) {
            return true;
        }
        Phrase found = best(message);
        List<String> values = found == null ? null : found.read(message);
        return found != null
                && values != null
                && found.inner(values).stream().allMatch(inner -> isKnown(inner, depth + 1));
    }

    private @Nullable String find(String message, int depth) {
        if (message.length() > LONGEST || depth > DEEPEST) {
            return null;
        }
        Phrase same = whole.get(message);
        if (same != null) {
            return same.tell(List.of(), inner -> inner);
        }
        String row = findRow(message, depth);
        return row == null ? findWithHoles(message, depth) : row;
    }

    /** Only if each message of the row is known: one message may hold what parts two. */
    private @Nullable String findRow(String message, int depth) {
        List<String> said = List.of(message.split(IN_A_ROW, MOST_IN_A_ROW));
        if (said.size() == 1 || !said.stream().allMatch(each -> isKnown(each, depth + 1))) {
            return null;
        }
        return said.stream().map(each -> orItself(each, depth + 1)).collect(Collectors.joining(IN_A_ROW_TOLD));
    }

    private @Nullable String findWithHoles(String message, int depth) {
        Phrase found = best(message);
        List<String> values = found == null ? null : found.read(message);
        return found == null || values == null ? null : found.tell(values, inner -> orItself(inner, depth + 1));
    }

    /** What introduces another message, else what says most. */
    private @Nullable Phrase best(String message) {
        Phrase named = first(firstWord(message), message);
        if (named != null && named.introduces()) {
            return named;
        }
        Phrase other = first("", message);
        return named == null || (other != null && other.letters() > named.letters()) ? other : named;
    }

    private @Nullable Phrase first(String word, String message) {
        for (Phrase each : byFirstWord.getOrDefault(word, List.of())) {
            if (each.read(message) != null) {
                return each;
            }
        }
        return null;
    }

    private String orItself(String message, int depth) {
        String found = find(message, depth);
        return found == null ? message : found;
    }
}
