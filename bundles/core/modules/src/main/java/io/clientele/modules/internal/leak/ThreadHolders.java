package io.clientele.modules.internal.leak;

import java.util.ArrayList;
import java.util.List;

/** Threads that run on for a module that was stopped. */
public final class ThreadHolders implements LeakWatch.Holders {
    @Override
    public List<String> of(Departed departed) {
        ClassLoader loader = departed.loader().get();
        List<String> found = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (loader != null
                    && (thread.getContextClassLoader() == loader
                            || thread.getClass().getClassLoader() == loader)) {
                found.add("thread " + thread.getName());
            }
        }
        return found;
    }
}
