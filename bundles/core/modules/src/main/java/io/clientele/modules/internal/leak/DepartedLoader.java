package io.clientele.modules.internal.leak;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

/** The class loader of an edition that went, which a heap dump can be searched for by its number. */
final class DepartedLoader extends WeakReference<ClassLoader> {
    static final String NUMBER_FIELD = "number";
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();

    DepartedLoader(ClassLoader loader) {
        super(loader);
    }

    long number() {
        return number;
    }
}
