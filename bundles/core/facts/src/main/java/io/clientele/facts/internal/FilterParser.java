package io.clientele.facts.internal;

import io.clientele.kernel.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads RSQL (the superset of FIQL) by recursive descent: {@code ;} or {@code and} binds tighter than {@code ,} or {@code or}, and
 * parentheses group. Each character is looked at a bounded number of times and the depth is limited, so no input is expensive.
 */
final class FilterParser {
    static final int MAX_LENGTH = 4_000;
    static final int MAX_DEPTH = 32;
    static final int MAX_CONDITIONS = 100;
    static final int MAX_VALUES = 500;
    private static final String RESERVED = "\"'();,=<>!~";

    private final Input input;
    private final String text;
    private final Catalogue catalogue;
    private int at;
    private int depth;
    private int conditions;

    private FilterParser(Input input, Catalogue catalogue) {
        this.input = input;
        this.text = input.text();
        this.catalogue = catalogue;
    }

    /** Understands {@code text}, or says where and why not. */
    static Filter parse(String text, Catalogue catalogue) {
        Input input = new Input("filter", text);
        if (text.length() > MAX_LENGTH) {
            throw input.fault(
                    MAX_LENGTH, "the filter is longer than " + MAX_LENGTH + " characters; use =in=(…) for many values");
        }
        input.requireText();
        FilterParser parser = new FilterParser(input, catalogue);
        Filter filter = parser.anyOf();
        if (parser.at < text.length()) {
            throw parser.leftOver();
        }
        return filter;
    }

    private Filter anyOf() {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(allOf());
        } while (take(',', "or"));
        return parts.size() == 1 ? parts.get(0) : new Filter.Any(parts);
    }

    private Filter allOf() {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(term());
        } while (take(';', "and"));
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter term() {
        skipSpace();
        if (!next('(')) {
            return condition();
        }
        int opened = at++;
        if (++depth > MAX_DEPTH) {
            throw input.fault(opened, "parentheses are nested deeper than " + MAX_DEPTH);
        }
        Filter inner = anyOf();
        if (at == text.length()) {
            throw input.fault(opened, "this parenthesis is never closed; add )");
        }
        if (!next(')')) {
            throw leftOver();
        }
        at++;
        depth--;
        skipSpace();
        return inner;
    }

    private Filter condition() {
        int start = at;
        String name = text.substring(start, endOfWord());
        if (name.isEmpty()) {
            throw input.fault(start, "the name of a fact is expected here, as in name==Smith*");
        }
        if (++conditions > MAX_CONDITIONS) {
            throw input.fault(
                    start, "there are more than " + MAX_CONDITIONS + " conditions; use =in=(…) for many values");
        }
        KnownFact fact = catalogue.require(input, start, name);
        at = start + name.length();
        Operator operator = operator(fact);
        List<Argument> arguments = arguments(operator);
        skipSpace();
        return new Literals(input, fact, operator).condition(arguments);
    }

    private Operator operator(KnownFact fact) {
        skipSpace();
        int start = at;
        at = endOfOperator();
        String symbol = text.substring(start, at);
        Set<Operator> allowed = Operator.of(fact.type());
        String choice = allowed.stream().map(Operator::symbol).collect(Collectors.joining(" "));
        Operator operator = Operator.of(symbol).orElseThrow(() -> {
            if (symbol.isEmpty()) {
                return input.fault(start, "an operator is expected after " + fact.name() + ": one of " + choice);
            }
            List<String> known =
                    Arrays.stream(Operator.values()).map(Operator::symbol).toList();
            String hint = Nearest.to(symbol, known)
                    .map(s -> "; did you mean " + s + "?")
                    .orElse("; use one of " + choice);
            return input.fault(start, Input.quote(symbol) + " is no operator" + hint);
        });
        if (!allowed.contains(operator)) {
            throw input.fault(start, symbol + " does not fit " + fact.name() + "; use one of " + choice);
        }
        return operator;
    }

    private int endOfOperator() {
        int i = at;
        if (i < text.length() && "=<>!".indexOf(text.charAt(i)) >= 0) {
            boolean named = text.charAt(i) == '=';
            i++;
            int letters = i;
            while (named && i < text.length() && Character.isLetter(text.charAt(i)) && i - letters < 10) {
                i++;
            }
            // "==x" and "=x" (a slip for "==x") must not swallow the value.
            i = i < text.length() && text.charAt(i) == '=' ? i + 1 : letters;
        }
        return i;
    }

    private List<Argument> arguments(Operator operator) {
        skipSpace();
        List<Argument> arguments = new ArrayList<>();
        if (!next('(')) {
            arguments.add(argument());
            return arguments;
        }
        int opened = at;
        if (!operator.takesSet()) {
            throw input.fault(opened, operator.symbol() + " takes one value; use =in=(…) for several");
        }
        do {
            at++;
            skipSpace();
            if (arguments.size() == MAX_VALUES) {
                throw input.fault(at, "the set has more than " + MAX_VALUES + " values");
            }
            arguments.add(argument());
            skipSpace();
        } while (next(','));
        if (!next(')')) {
            throw at == text.length() ? input.fault(opened, "this set is never closed; add )") : leftOver();
        }
        at++;
        return arguments;
    }

    private Argument argument() {
        ArgumentReader reader = new ArgumentReader(input, at);
        Argument argument = next('"') || next('\'') ? reader.quoted() : reader.bare(RESERVED);
        at = reader.end();
        return argument;
    }

    private int endOfWord() {
        int i = at;
        while (i < text.length() && RESERVED.indexOf(text.charAt(i)) < 0 && !isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Takes the connective if it is next, as a sign or as a word of its own. */
    private boolean take(char sign, String word) {
        skipSpace();
        if (next(sign)) {
            at++;
            return true;
        }
        int end = at + word.length();
        if (text.regionMatches(true, at, word, 0, word.length())
                && end < text.length()
                && (isSpace(text.charAt(end)) || text.charAt(end) == '(')) {
            at = end;
            return true;
        }
        return false;
    }

    private InvalidInputException leftOver() {
        return next(')')
                ? input.fault(at, "there is no parenthesis open here")
                : input.fault(
                        at,
                        "; (and) or , (or) is expected here; a value with spaces or signs needs quotes, as in name=='Ann Lee'");
    }

    private boolean next(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
