package io.clientele.modules;

/** What can be done with a module. */
public enum ChangeKind {
    INSTALL,
    UPDATE,
    /** Stops and removes the module; its tables stay. */
    UNINSTALL,
    /** Back to the version before, tables included. */
    ROLLBACK,
    /** Drops the tables of a module that is uninstalled. */
    PURGE
}
