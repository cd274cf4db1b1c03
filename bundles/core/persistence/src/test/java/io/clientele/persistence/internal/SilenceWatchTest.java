package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final Duration PATIENCE = Duration.ofMillis(20);

    @Test
    void connections_that_come_too_late_are_not_left_open() throws Exception {
        SlowServer server = new SlowServer();
        try (SilenceWatch watch = new SilenceWatch(server, PATIENCE);
                Borrowed busy = watch.lend(server.connection("busy"))) {
            Awaitility.await().until(() -> server.asked.get() >= 2);

            server.answers.countDown();
            Awaitility.await().until(() -> server.made.get() == server.asked.get());

            assertThat(busy).isNotNull();
            Awaitility.await().until(() -> server.open.size() <= 1);
        }
        Awaitility.await().until(server.open::isEmpty);
    }

    /** Makes connections only once it is let, and counts those that nobody ends. */
    private static final class SlowServer implements SilenceWatch.Server {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger made = new AtomicInteger();
        private final Set<Object> open = ConcurrentHashMap.newKeySet();
        private final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public Connection connect() {
            asked.incrementAndGet();
            boolean waiting = true;
            while (waiting) {
                try {
                    answers.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    // A driver that connects does not hear it either.
                }
            }
            Object token = new Object();
            open.add(token);
            made.incrementAndGet();
            return connection(token);
        }

        @Override
        public void cut(Connection connection) {}

        @Override
        public void mistrust() {}

        private Connection connection(Object token) {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close") || method.getName().equals("abort")) {
                            open.remove(token);
                        }
                        return method.getName().equals("createStatement") ? statement() : null;
                    });
        }

        private static Statement statement() {
            return (Statement) Proxy.newProxyInstance(
                    Statement.class.getClassLoader(),
                    new Class<?>[] {Statement.class},
                    (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
        }
    }
}
