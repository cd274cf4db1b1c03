package io.clientele.facts.internal;

import io.clientele.facts.Fact;
import io.clientele.facts.FactType;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource.Cardinality;

/** A fact of the catalogue and where it stands. */
record KnownFact(Fact fact, FactColumn column, Table table) {
    static KnownFact of(String bundle, FactColumn column, Table table) {
        Table.requireIdentifier(column.column());
        column.only().keySet().forEach(Table::requireIdentifier);
        requireName(column.fact());
        boolean several = table.cardinality() == Cardinality.MANY;
        boolean many = several && !column.presence();
        boolean sortable = !several && column.type() != FactType.WORDS;
        Fact fact = new Fact(column.fact(), column.type(), column.label(), column.unit(), many, sortable, bundle);
        return new KnownFact(fact, column, table);
    }

    /** Whether it can be read beside the customer, as one value. */
    boolean isSingle() {
        return table.cardinality() != Cardinality.MANY;
    }

    String name() {
        return fact.name();
    }

    FactType type() {
        return fact.type();
    }

    boolean isRoot() {
        return table.cardinality() == Cardinality.ROOT;
    }

    /** Whether no customer can be without it. */
    boolean always() {
        return isRoot() && column.notNull();
    }

    private static void requireName(String name) {
        boolean plain = !name.isEmpty() && name.length() <= 100;
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (i > 0 && ((c >= '0' && c <= '9') || c == '.' || c == '_'));
        }
        if (!plain) {
            throw new IllegalArgumentException("not a fact name: " + name);
        }
    }
}
