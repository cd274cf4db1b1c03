package io.clientele.persistence;

/** The two databases that everything runs on. */
public enum Dialect {
    H2,
    POSTGRESQL
}
