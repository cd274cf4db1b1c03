package io.clientele.kernel;

/** A thread for what nobody waits for: it ends with the process, and comes after whoever answers requests where processors are short. */
public final class BackgroundThread {
    private BackgroundThread() {}

    /** One that has not started. Threads that {@code task} makes come as late as this one, unless they are given another priority. */
    // Nothing depends on the order in which threads run, only how long others wait.
    @SuppressWarnings("ThreadPriorityCheck")
    public static Thread of(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
