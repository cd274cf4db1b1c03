package io.clientele.facts.internal;

import io.clientele.facts.FactType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a condition compares a fact. */
enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("=lt=", "<"),
    AT_MOST("=le=", "<="),
    GREATER("=gt=", ">"),
    AT_LEAST("=ge=", ">="),
    IN("=in="),
    OUT("=out="),
    NULL("=null="),
    TEXT("=text=");

    private final String symbol;
    private final String sign;

    Operator(String symbol) {
        this(symbol, symbol);
    }

    Operator(String symbol, String sign) {
        this.symbol = symbol;
        this.sign = sign;
    }

    /** How it is written, and suggested. */
    String symbol() {
        return symbol;
    }

    /** Whether it takes several values in parentheses. */
    boolean takesSet() {
        return this == IN || this == OUT;
    }

    /** Whether it holds for a customer of whom nothing is known. */
    boolean holdsForUnknown() {
        return this == NOT_EQUAL || this == OUT || this == NULL;
    }

    /** How SQL writes an order comparison. */
    String order() {
        return switch (this) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case GREATER -> ">";
            case AT_LEAST -> ">=";
            default -> throw new IllegalStateException(this + " compares no order");
        };
    }

    static Optional<Operator> of(String symbol) {
        return Arrays.stream(values())
                .filter(o -> o.symbol.equals(symbol) || o.sign.equals(symbol))
                .findFirst();
    }

    /** The operators that make sense for a type. */
    static Set<Operator> of(FactType type) {
        return switch (type) {
            case WORDS -> EnumSet.of(TEXT, NULL);
            case BOOLEAN -> EnumSet.of(EQUAL, NOT_EQUAL, NULL);
            case ID -> EnumSet.of(EQUAL, NOT_EQUAL, IN, OUT, NULL);
            case TEXT, NUMBER, DATE, INSTANT -> EnumSet.complementOf(EnumSet.of(TEXT));
        };
    }
}
