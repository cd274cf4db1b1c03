package io.clientele.modules.internal.archive;

import io.clientele.modules.internal.archive.SqlPieces.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a script into the pieces of its statements: comments left out, texts and quoted names whole. What the two databases would read differently
 * ({@code //}, {@code $}, back-ticks, escapes) is refused, so that nothing is hidden from one who reads like the other.
 */
final class SqlPieces {
    private static final String SIGNS = "(),.:=<>+-*/%|&!~^[]?@#";

    private final String file;
    private final String text;
    private final List<List<Piece>> statements = new ArrayList<>();
    private List<Piece> statement = new ArrayList<>();
    private int at;

    /** A word is in lower case, and so is a quoted name: what they are compared with is. */
    record Piece(Kind kind, String text) {
        enum Kind {
            WORD,
            NAME,
            TEXT,
            NUMBER,
            SIGN
        }

        boolean is(String wordOrSign) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.NAME;
        }
    }

    private SqlPieces(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The statements of a script, each in its pieces. */
    static List<List<Piece>> of(String file, String text) {
        return new SqlPieces(file, text).cut();
    }

    private List<List<Piece>> cut() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
        end();
        return statements;
    }

    private void step(char c) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (text.startsWith("--", at)) {
            skipLine();
        } else if (text.startsWith("/*", at)) {
            skipComment();
        } else if (c == ';') {
            end();
            at++;
        } else if (c == '\'' || c == '"') {
            quoted(c);
        } else if (isWord(c)) {
            run(isDigit(c) ? Kind.NUMBER : Kind.WORD);
        } else if (SIGNS.indexOf(c) >= 0 && !text.startsWith("//", at)) {
            add(Kind.SIGN, String.valueOf(c));
            at++;
        } else {
            throw odd(text.startsWith("//", at) ? "//" : String.valueOf(c));
        }
    }

    private RuntimeException odd(String what) {
        return Refusal.because(file + " holds " + EntryNames.shown(what) + " outside of texts and comments");
    }

    private void end() {
        if (!statement.isEmpty()) {
            statements.add(statement);
            statement = new ArrayList<>();
        }
    }

    private void add(Kind kind, String piece) {
        statement.add(new Piece(kind, piece));
    }

    /** A carriage return ends the comment as well, on both databases. */
    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    /** Comments nest on both databases. */
    private void skipComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        if (depth > 0) {
            throw Refusal.because(file + " holds a comment without an end");
        }
    }

    private void quoted(char quote) {
        // E'…' and U&"…" hold escapes.
        Piece before = statement.isEmpty() ? new Piece(Kind.SIGN, "") : statement.get(statement.size() - 1);
        boolean adjacent = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
        if (adjacent && (before.is("e") || before.is("&"))) {
            throw odd(text.substring(at - 1, at + 1));
        }
        int close = text.indexOf(quote, at + 1);
        while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == quote) {
            close = text.indexOf(quote, close + 2);
        }
        if (close < 0) {
            throw Refusal.because(file + " holds a " + quote + " without an end");
        }
        String inside = text.substring(at + 1, close);
        add(quote == '"' ? Kind.NAME : Kind.TEXT, inside.toLowerCase(Locale.ROOT));
        at = close + 1;
    }

    /** A number ends where a letter begins, as the databases have it. */
    private void run(Kind kind) {
        int from = at;
        while (at < text.length() && (kind == Kind.WORD ? isWord(text.charAt(at)) : isDigit(text.charAt(at)))) {
            at++;
        }
        add(kind, text.substring(from, at).toLowerCase(Locale.ROOT));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }
}
