package io.clientele.facts.internal;

import java.util.List;

/** A filter, understood: every fact is known, every value has its type. There is nothing else in it, so nothing in it can name code. */
sealed interface Filter {
    /** Holds if every part holds; two parts at least. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds if some part holds; two parts at least. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Compares one fact; several operands for a set only. */
    record Condition(KnownFact fact, Operator operator, List<Operand> operands) implements Filter {
        public Condition {
            operands = List.copyOf(operands);
        }
    }
}
