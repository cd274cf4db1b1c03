package io.clientele.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    @Test
    void they_have_a_name_and_end_with_the_process() {
        Thread thread = DaemonThreads.named("clientele-test").newThread(() -> {});

        assertThat(thread.getName()).isEqualTo("clientele-test");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    void those_of_an_owner_hold_no_class_loader_of_whoever_first_needs_one() throws Exception {
        Thread needing = Thread.currentThread();
        ClassLoader before = needing.getContextClassLoader();
        try (URLClassLoader module = new URLClassLoader(new URL[0], before)) {
            needing.setContextClassLoader(module);

            Thread owned =
                    DaemonThreads.named("clientele-test", DaemonThreads.class).newThread(() -> {});
            Thread plain = DaemonThreads.named("clientele-test").newThread(() -> {});

            assertThat(owned.getContextClassLoader()).isSameAs(DaemonThreads.class.getClassLoader());
            assertThat(plain.getContextClassLoader()).isSameAs(module);
        } finally {
            needing.setContextClassLoader(before);
        }
    }
}
