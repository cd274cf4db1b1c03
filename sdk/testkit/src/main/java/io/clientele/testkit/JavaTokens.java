package io.clientele.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of Java source, as far as finding texts needs them: without comments and white space, and a text block is one token. */
record JavaTokens(List<String> tokens) {
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'"
                    + "|[A-Za-z_$][\\w$]*|\\d[\\w.]*|->|::|[=!<>]=|&&|\\|\\||\\S");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    JavaTokens {
        tokens = List.copyOf(tokens);
    }

    static JavaTokens of(String source) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            String token = matcher.group();
            if (!token.startsWith("//") && !token.startsWith("/*")) {
                tokens.add(token);
            }
        }
        return new JavaTokens(tokens);
    }

    int size() {
        return tokens.size();
    }

    String get(int index) {
        return tokens.get(index);
    }

    JavaTokens part(int from, int to) {
        return new JavaTokens(tokens.subList(from, to));
    }

    boolean isText(int index) {
        return get(index).startsWith("\"") && !get(index).startsWith("\"\"\"");
    }

    boolean holdsText() {
        return tokens.stream().anyMatch(token -> token.startsWith("\""));
    }

    /** What the text at a place says. */
    String text(int index) {
        String token = get(index);
        return ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll(escape -> {
            String code = escape.group(1);
            String meant =
                    switch (code.charAt(0)) {
                        case 'n' -> "\n";
                        case 't' -> "\t";
                        case 'u' -> String.valueOf((char) Integer.parseInt(code.substring(1), 16));
                        default -> code;
                    };
            return Matcher.quoteReplacement(meant);
        });
    }

    /** Where the bracket that opens at a place is closed. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < size(); i++) {
            depth += depthOf(get(i));
            if (depth == 0) {
                return i;
            }
        }
        return size() - 1;
    }

    /** The parts between {@code separator}s that stand in no bracket. */
    List<JavaTokens> split(String separator) {
        List<JavaTokens> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < size(); i++) {
            depth += depthOf(get(i));
            if (depth == 0 && get(i).equals(separator)) {
                parts.add(part(from, i));
                from = i + 1;
            }
        }
        parts.add(part(from, size()));
        return parts;
    }

    /** What stands in the brackets that are all of it, if that is so. */
    JavaTokens unwrapped() {
        JavaTokens inner = this;
        while (inner.size() > 1 && inner.get(0).equals("(") && inner.closing(0) == inner.size() - 1) {
            inner = inner.part(1, inner.size() - 1);
        }
        return inner;
    }

    static int depthOf(String token) {
        return switch (token) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }
}
