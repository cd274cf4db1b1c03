package io.clientele.facts.internal;

import io.clientele.facts.FactType;
import io.clientele.facts.Words;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Gives the values of one condition the type of its fact. */
final class Literals {
    private static final int MAX_DIGITS = 40;
    private static final int MAX_WORDS = 32;

    private final Input input;
    private final KnownFact fact;
    private final Operator operator;

    Literals(Input input, KnownFact fact, Operator operator) {
        this.input = input;
        this.fact = fact;
        this.operator = operator;
    }

    Filter.Condition condition(List<Argument> arguments) {
        List<Operand> operands = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            operands.add(operand(argument));
        }
        return new Filter.Condition(fact, operator, operands);
    }

    private Operand operand(Argument argument) {
        if (operator == Operator.NULL) {
            return truth(argument);
        }
        FactType type = fact.type();
        if (type == FactType.WORDS) {
            return words(argument);
        }
        if (type == FactType.TEXT) {
            return text(argument);
        }
        if (argument.prefix()) {
            throw wrong(argument, "cannot end in a star: only texts have prefixes", example());
        }
        return switch (type) {
            case NUMBER -> number(argument);
            case BOOLEAN -> truth(argument);
            case DATE -> new Times(argument.text()).day().orElseThrow(() -> wrong(argument, "is no date", example()));
            case INSTANT ->
                new Times(argument.text()).moment().orElseThrow(() -> wrong(argument, "is no moment", example()));
            default -> id(argument);
        };
    }

    private Operand text(Argument argument) {
        String value = fact.column().key().apply(argument.text());
        if (!argument.prefix()) {
            return new Operand.Exact(value);
        }
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw wrong(
                    argument,
                    "cannot be a prefix here: that goes with == and !=",
                    "'a*' in quotes means the star itself");
        }
        return new Operand.Prefix(value);
    }

    /** Normalised once more after the fact's own key, so that whatever that returns, only letters and digits go on. */
    private Operand words(Argument argument) {
        String words = Words.normalise(fact.column().key().apply(argument.text()));
        if (words.isEmpty()) {
            throw wrong(argument, "has no letter and no digit to search for", example());
        }
        List<String> list = List.of(words.split(" "));
        if (list.size() > MAX_WORDS) {
            throw wrong(argument, "has more than " + MAX_WORDS + " words", "fewer words find more");
        }
        return new Operand.Beginnings(list);
    }

    private Operand truth(Argument argument) {
        if (argument.text().equals("true") && !argument.prefix()) {
            return new Operand.Exact(true);
        }
        if (argument.text().equals("false") && !argument.prefix()) {
            return new Operand.Exact(false);
        }
        throw wrong(argument, "is neither true nor false", fact.name() + operator.symbol() + "true");
    }

    private Operand number(Argument argument) {
        String digits = argument.text();
        boolean valid = !digits.isEmpty() && digits.length() <= MAX_DIGITS;
        int points = 0;
        for (int i = 0; valid && i < digits.length(); i++) {
            char c = digits.charAt(i);
            points += c == '.' ? 1 : 0;
            boolean inside = i > 0 && i < digits.length() - 1 && digits.charAt(i - 1) != '-';
            valid = (c >= '0' && c <= '9')
                    || (c == '-' && i == 0 && digits.length() > 1)
                    || (c == '.' && inside && points == 1);
        }
        if (!valid) {
            throw wrong(argument, "is no number of at most " + MAX_DIGITS + " characters", example());
        }
        return new Operand.Exact(Binding.canonical(new BigDecimal(digits)));
    }

    private Operand id(Argument argument) {
        long id = ShortId.parse(argument.text());
        if (id < 0) {
            throw wrong(argument, "is no id", example());
        }
        return new Operand.Exact(id);
    }

    private String example() {
        String left = fact.name() + operator.symbol();
        return switch (fact.type()) {
            case TEXT -> left + "Smith";
            case WORDS -> left + "'smi lon'";
            case NUMBER -> left + "12.50";
            case BOOLEAN -> left + "true";
            case DATE -> left + "2026-03-01, or " + left + "-P30D for 30 days ago";
            case INSTANT -> left + "2026-03-01T10:00:00Z, or " + left + "-PT8H for 8 hours ago";
            case ID -> left + "0HXK3V9T2M4QA";
        };
    }

    private InvalidInputException wrong(Argument argument, String why, String example) {
        String written = Input.quote(argument.text() + (argument.prefix() ? "*" : ""));
        String detail = written + " " + why + "; for example " + example;
        return input.fault(argument.at(), detail);
    }
}
