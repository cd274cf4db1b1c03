package io.clientele.segmentation.internal;

import io.clientele.persistence.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A thread that has looked and is about to enter the gate, while another one on another node does all of its work. */
final class Overtaken {
    private Overtaken() {}

    /** What a thread stands on that is held before its first unit of work until {@code other} is done. */
    static Platform by(Desk desk, Consumer<Segments> other) {
        Segments elsewhere = Desk.segments(desk.platform, new KnownSegments(desk.core.transactions()));
        AtomicBoolean held = new AtomicBoolean();
        Transactions real = desk.core.transactions();
        Transactions late = (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {Transactions.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("write") && held.compareAndSet(false, true)) {
                        CompletableFuture.runAsync(() -> other.accept(elsewhere))
                                .join();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Platform(
                new Platform.Core(desk.core.callers(), desk.core.audit(), desk.core.outbox(), late, desk.core.ids()),
                new Platform.Asking(desk.core.customers(), desk.core.selections(), desk.core.facts()),
                desk.core.dialect(),
                Clock.systemUTC());
    }
}
