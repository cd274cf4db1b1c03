package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.host.HostConfiguration.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** On a real framework. */
class HostConfigurationTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Framework framework = new FrameworkFactory().newFramework(Map.of());

    private BundleContext start(boolean ours) throws BundleException {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString());
        if (ours) {
            properties.put(OwnProcess.EXIT, "0");
        }
        framework = new FrameworkFactory().newFramework(properties);
        framework.start();
        return framework.getBundleContext();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(LONGEST.toMillis());
        System.clearProperty(OwnProcess.EXIT);
    }

    private static HostConfig port(String port) {
        return Written.config(Map.of("port", port));
    }

    private static HostConfiguration begin(BundleContext context, HostConfig config) {
        return new HostConfiguration(context, config, new Patience(3, 2, 50));
    }

    private static @Nullable HostSettings offered(BundleContext context) {
        ServiceReference<HostSettings> reference = context.getServiceReference(HostSettings.class);
        return reference == null ? null : context.getService(reference);
    }

    private static void awaitPort(BundleContext context, int port) {
        Awaitility.await("settings with port " + port).atMost(LONGEST).until(() -> {
            HostSettings settings = offered(context);
            return settings != null && settings.port() == port;
        });
    }

    private void awaitEnd(String code) {
        Awaitility.await("the framework stops").atMost(LONGEST).until(() -> framework.getState() == Bundle.RESOLVED);
        assertThat(System.getProperty(OwnProcess.EXIT)).isEqualTo(code);
    }

    @Test
    void a_start_with_a_wrong_value_ends_a_process_that_is_ours() throws BundleException {
        begin(start(true), port("abc"));

        awaitEnd("78");
    }

    @Test
    void a_start_on_a_host_that_is_not_there_ends_it_too() throws BundleException {
        begin(start(true), Written.config(Map.of("host", "nowhere.invalid", "port", "0")));

        awaitEnd("78");
    }

    @Test
    void a_start_on_a_port_that_stays_taken_ends_it_after_some_attempts() throws BundleException, IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            begin(start(true), port(Integer.toString(taken.getLocalPort())));

            awaitEnd("75");
        }
    }

    @Test
    void a_port_that_is_left_in_time_is_taken() throws BundleException, IOException {
        BundleContext context = start(true);
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = taken.getLocalPort();
        var unused = new HostConfiguration(context, port(Integer.toString(port)), new Patience(1000, 1000, 10));

        taken.close();

        awaitPort(context, port);
        assertThat(framework.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void what_was_wrong_at_the_last_start_may_have_been_put_right_since() throws BundleException {
        BundleContext context = start(true);
        HostConfiguration configuration = new HostConfiguration(context, port("abc"), new Patience(1000, 1000, 10));

        configuration.change(port("0"));

        awaitPort(context, 0);
        assertThat(framework.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void an_application_that_embeds_the_platform_goes_on_and_may_set_it_right() throws BundleException {
        BundleContext context = start(false);
        HostConfiguration configuration = begin(context, port("abc"));

        configuration.change(port("0"));

        awaitPort(context, 0);
        assertThat(framework.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"port, 99999", "threads, 0", "host, nowhere.invalid"})
    void a_change_for_the_worse_changes_nothing(String key, String value) throws Exception {
        BundleContext context = start(true);
        HostConfiguration configuration = begin(context, port("0"));
        awaitPort(context, 0);
        HostSettings before = offered(context);

        Map<String, String> wrong = new HashMap<>(Map.of("port", "0"));
        wrong.put(key, value);
        configuration.change(Written.config(wrong));
        configuration.idle().get();

        assertThat(offered(context)).isSameAs(before);
        assertThat(framework.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void a_change_to_a_port_that_is_taken_changes_nothing_and_one_to_a_free_port_does() throws Exception {
        BundleContext context = start(true);
        HostConfiguration configuration = begin(context, port("0"));
        awaitPort(context, 0);
        HostSettings before = offered(context);
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = taken.getLocalPort();

        configuration.change(port(Integer.toString(port)));
        configuration.idle().get();
        assertThat(offered(context)).isSameAs(before);
        taken.close();
        configuration.change(port(Integer.toString(port)));

        awaitPort(context, port);
        assertThat(context.getServiceReferences(HostSettings.class, null)).hasSize(1);
    }
}
