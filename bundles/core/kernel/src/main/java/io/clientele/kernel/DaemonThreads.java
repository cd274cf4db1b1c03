package io.clientele.kernel;

import java.util.concurrent.ThreadFactory;

/** Makes threads for a bundle's own work: they have a name, end with the process, and come as soon as any other. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** Threads of this name, with the context class loader of whoever first needs one. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * The same with the class loader of {@code owner}, for threads that may first be needed while a module is at work: they would go on
     * holding its classes when it has gone.
     */
    public static ThreadFactory named(String name, Class<?> owner) {
        ThreadFactory plain = named(name);
        return task -> {
            Thread thread = plain.newThread(task);
            thread.setContextClassLoader(owner.getClassLoader());
            return thread;
        };
    }
}
