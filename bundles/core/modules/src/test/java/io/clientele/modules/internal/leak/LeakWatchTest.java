package io.clientele.modules.internal.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.ModuleJar;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the heap of the running test. */
class LeakWatchTest {
    private static final String LEAK =
            """
            package io.example;
            public class Leak implements Runnable {
                private static final ThreadLocal<Leak> KEPT = new ThreadLocal<>();
                @Override public void run() { KEPT.set(this); }
                public static void main(String[] arguments) {
                    Thread thread = new Thread(() -> java.util.concurrent.locks.LockSupport.park(), arguments[0]);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(null);
                    thread.start();
                }
            }""";

    @TempDir
    Path folder;

    private final LeakWatch watch = new LeakWatch(new DumpedHolders());
    private final Core core = new Core();
    private final ExecutorService pool =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "core-pool-thread"));

    /** Stands for a part of the core that modules register with. */
    static final class Core {
        final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        final Map<Class<?>, String> cache = new ConcurrentHashMap<>();
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("leaky"))
                .forEach(Thread::interrupt);
    }

    @Test
    void what_nobody_holds_is_forgotten() throws Exception {
        depart(leak -> {});

        assertThat(found()).isEmpty();
    }

    @Test
    void nobody_who_works_is_made_to_wait() throws Exception {
        depart(leak -> leak.getMethod("main", String[].class).invoke(null, (Object) new String[] {"leaky"}));

        boolean whileOthersWork = watch.checkUnlessBusy(Duration.ofMillis(1_900));
        List<String> toldThen = watch.of("sales");
        boolean whenTheyRest = watch.checkUnlessBusy(Duration.ofSeconds(2));

        assertThat(whileOthersWork).isFalse();
        assertThat(toldThen).isEmpty();
        assertThat(whenTheyRest).isTrue();
        assertThat(watch.of("sales")).hasSize(1);
    }

    @Test
    void a_thread_is_named() throws Exception {
        depart(leak -> leak.getMethod("main", String[].class).invoke(null, (Object) new String[] {"leaky"}));

        assertThat(found())
                .singleElement()
                .asString()
                .contains("sales 1.0.0 is held by thread \"leaky\"", "io.example.Leak");
    }

    @Test
    void a_thread_local_of_a_pool_is_named_by_its_thread_and_its_value() throws Exception {
        depart(leak ->
                pool.submit((Runnable) leak.getConstructor().newInstance()).get());

        assertThat(found())
                .singleElement()
                .asString()
                .contains("thread \"core-pool-thread\", ThreadLocal → io.example.Leak");
    }

    @Test
    void a_listener_is_named_by_who_keeps_it() throws Exception {
        depart(leak -> core.listeners.add((Runnable) leak.getConstructor().newInstance()));

        assertThat(found())
                .singleElement()
                .asString()
                .contains("LeakWatchTest$Core.listeners → CopyOnWriteArrayList.array → Object[] → io.example.Leak");
    }

    @Test
    void a_cache_keyed_by_a_class_is_named_by_its_owner() throws Exception {
        depart(leak -> core.cache.put(leak, "cached"));

        assertThat(found()).singleElement().asString().contains("LeakWatchTest$Core.cache → ", "io.example.Leak");
    }

    @Test
    void what_is_let_go_later_is_forgotten_then() throws Exception {
        depart(leak -> core.cache.put(leak, "cached"));
        List<String> before = found();

        core.cache.clear();

        assertThat(before).hasSize(1);
        assertThat(found()).isEmpty();
    }

    private interface Plant {
        void into(Class<?> leak) throws Exception;
    }

    /** Loads the class, lets it leak, and closes its loader, as the end of a module does. */
    private void depart(Plant plant) throws Exception {
        Path jar = Files.write(
                folder.resolve("leak.jar"),
                ModuleJar.of("sales", "1.0.0").source("io.example.Leak", LEAK).bytes());
        try (URLClassLoader loader = loader(jar)) {
            plant.into(loader.loadClass("io.example.Leak"));
            watch.departed("sales", "sales 1.0.0", loader);
        }
    }

    private static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    private List<String> found() {
        watch.check();
        return new ArrayList<>(watch.of("sales"));
    }
}
