package io.clientele.modules;

/** How an installed module is. */
public enum ModuleState {
    RUNNING,
    /** It is wanted but does not run: stopped by other means, or it failed to start. */
    STOPPED,
    /** It took the whole process down while it started, or never came to an end of starting; it is not started again until it is released. */
    QUARANTINED,
    /** It does not end starting or stopping, and occupies a thread until the next restart. */
    HUNG,
    /** Not wanted any more; its tables may still be there. */
    UNINSTALLED
}
