package io.clientele.persistence.internal;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script at its semicolons, but not at those in strings, quoted names, comments and dollar quotes. */
final class SqlScript {
    private final String text;
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int start;
    private boolean blank = true;

    private SqlScript(String text) {
        this.text = text;
    }

    static List<String> statements(String text) {
        return new SqlScript(text).cut();
    }

    private List<String> cut() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
        end();
        return statements;
    }

    private void step(char c) {
        if (text.startsWith("--", at)) {
            skipLine();
        } else if (text.startsWith("/*", at)) {
            skipComment();
        } else if (c == ';') {
            end();
            at++;
            start = at;
        } else {
            blank = blank && Character.isWhitespace(c);
            if (c == '\'') {
                skipString();
            } else if (c == '"') {
                at = after("\"", at + 1);
            } else if (c == '$') {
                skipDollarQuote();
            } else {
                at++;
            }
        }
    }

    /** Adds what lies since the last cut, unless it is only space and comments. */
    private void end() {
        if (!blank) {
            statements.add(text.substring(start, at).strip());
        }
        blank = true;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
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
    }

    /** A doubled quote needs no care: it reads as one string ending and another beginning. */
    private void skipString() {
        boolean escapes = at > 0
                && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e')
                && (at == 1 || !Character.isJavaIdentifierPart(text.charAt(at - 2)));
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += escapes && text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void skipDollarQuote() {
        int close = at + 1;
        while (close < text.length() && isTag(text.charAt(close))) {
            close++;
        }
        boolean partOfName = at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1));
        boolean parameter = close > at + 1 && Character.isDigit(text.charAt(at + 1));
        if (partOfName || parameter || close >= text.length() || text.charAt(close) != '$') {
            at++;
            return;
        }
        String tag = text.substring(at, close + 1);
        at = after(tag, close + 1);
    }

    private static boolean isTag(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
