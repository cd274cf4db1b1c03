package io.clientele.facts.internal;

/** Reads one value: in quotes, or up to the next space or reserved character. A backslash takes the next character as it is. */
final class ArgumentReader {
    private final Input input;
    private final String text;
    private final int start;
    private int at;

    ArgumentReader(Input input, int start) {
        this.input = input;
        this.text = input.text();
        this.start = start;
        this.at = start;
    }

    /** Where the value ended. */
    int end() {
        return at;
    }

    /** Stars inside quotes are stars; one right after them makes a prefix. */
    Argument quoted() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            value.append(taken());
        }
        if (at >= text.length()) {
            throw input.fault(start, "this quotation mark is never closed; add " + quote);
        }
        at++;
        boolean prefix = at < text.length() && text.charAt(at) == '*';
        at += prefix ? 1 : 0;
        return new Argument(value.toString(), prefix, start);
    }

    Argument bare(String reserved) {
        StringBuilder value = new StringBuilder();
        boolean prefix = false;
        while (at < text.length() && reserved.indexOf(text.charAt(at)) < 0 && !FilterParser.isSpace(text.charAt(at))) {
            if (prefix) {
                throw input.fault(
                        at - 1, "a star stands at the end only; write \\* or quote the value to mean the character");
            }
            prefix = text.charAt(at) == '*';
            if (prefix) {
                at++;
            } else {
                value.append(taken());
            }
        }
        if (at == start) {
            throw input.fault(
                    at, "a value is expected here; quote one that is empty or begins with a sign, as in name=='=Ann'");
        }
        return new Argument(value.toString(), prefix, start);
    }

    private char taken() {
        if (text.charAt(at) == '\\') {
            if (at + 1 == text.length()) {
                throw input.fault(at, "nothing follows this backslash; write \\\\ to mean the character");
            }
            at++;
        }
        return text.charAt(at++);
    }
}
