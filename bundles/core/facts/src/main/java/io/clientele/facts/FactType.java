package io.clientele.facts;

/** What the values of a fact are, and so how a filter writes and compares them. */
public enum FactType {
    /**
     * Text; {@code ==} compares whole values. A star after the value makes it a prefix ({@code Smi*}, {@code 'van der'*}); in quotes or after
     * a backslash it is a star.
     */
    TEXT,
    /** Text in which {@code =text=} finds words by their beginnings, in any order. */
    WORDS,
    /** An exact decimal number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A calendar date, {@code 2026-03-01}, or relative to today, {@code -P30D}. */
    DATE,
    /** A moment, {@code 2026-03-01T10:00:00Z}, a date (its start in UTC), or relative to now, {@code -PT8H}. */
    INSTANT,
    /** A short id of another thing. */
    ID
}
