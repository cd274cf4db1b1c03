package io.clientele.access;

/** How far a user sees. */
public enum Scope {
    /** Customers the user owns. */
    OWN,
    /** Those, and the customers of the user's team and of every team below it. */
    TEAM,
    /** Every customer. */
    ALL
}
