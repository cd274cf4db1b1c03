package io.clientele.facts.internal;

import io.clientele.facts.spi.FactSource.Cardinality;

/** A table that facts stand in, as its bundle described it. */
record Table(String name, String customerColumn, Cardinality cardinality) {
    Table {
        requireIdentifier(name);
        requireIdentifier(customerColumn);
    }

    /** Refuses what is not a plain lower-case SQL name: names are the only text of others that gets into a statement. */
    static String requireIdentifier(String name) {
        boolean plain = !name.isEmpty() && name.length() <= 63 && !Character.isDigit(name.charAt(0));
        for (int i = 0; plain && i < name.length(); i++) {
            char c = name.charAt(i);
            plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        }
        if (!plain) {
            throw new IllegalArgumentException("not a lower-case SQL name: " + name);
        }
        return name;
    }
}
