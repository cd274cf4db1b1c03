package io.clientele.segmentation.internal.plan;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What pieces of content must be like. */
final class ContentRules {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    private static final int MOST = 20;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_TAG = 64;

    private final Set<String> channels;
    private final Set<String> keys = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private ContentRules(Set<String> channels) {
        this.channels = channels;
    }

    /** Refuses pieces that make no sense, with all that is wrong at once. */
    static void check(List<Content> pieces, Set<String> channels) {
        ContentRules rules = new ContentRules(channels);
        if (pieces.size() > MOST) {
            rules.add("/items", "A segment has at most " + MOST + " pieces of content");
        } else {
            for (int i = 0; i < pieces.size(); i++) {
                rules.check("/items/" + i, pieces.get(i));
            }
        }
        if (!rules.violations.isEmpty()) {
            throw new InvalidInputException(rules.violations);
        }
    }

    private void check(String at, Content piece) {
        if (!KEY.matcher(piece.key()).matches() || !keys.add(piece.key())) {
            add(
                    at + "/key",
                    "Pieces have different keys of 1 to 40 letters of a to z, digits or _, that begin with a small letter");
        }
        if (!isLine(piece.title(), LONGEST_TITLE)) {
            add(at + "/title", "A title is a line of 1 to " + LONGEST_TITLE + " characters");
        }
        if (piece.text().length() > LONGEST_TEXT || !isPlain(piece.text(), "\n\r\t")) {
            add(at + "/text", "A text has at most " + LONGEST_TEXT + " characters, and none that cannot be seen");
        }
        requireFew(at + "/channels", piece.channels());
        requireFew(at + "/tags", piece.tags());
        for (int i = 0; i < Math.min(MOST, piece.channels().size()); i++) {
            if (!channels.contains(piece.channels().get(i))) {
                add(at + "/channels/" + i, "A channel is one of " + String.join(", ", channels));
            }
        }
        for (int i = 0; i < Math.min(MOST, piece.tags().size()); i++) {
            if (!isLine(piece.tags().get(i), LONGEST_TAG)) {
                add(at + "/tags/" + i, "A tag is a line of 1 to " + LONGEST_TAG + " characters");
            }
        }
    }

    private void requireFew(String at, List<String> items) {
        if (items.size() > MOST) {
            add(at, "At most " + MOST);
        }
    }

    private void add(String pointer, String detail) {
        violations.add(new Violation(pointer, detail));
    }

    private static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && isPlain(text, "");
    }

    /** Whether there is no control character but these, and no half of a character, which not every database keeps. */
    private static boolean isPlain(String text, String but) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || (Character.isISOControl(c) && but.indexOf(c) < 0));
    }
}
