package io.clientele.modules.internal.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.ModuleJar;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class ScrComponentsTest {
    private static final String GOOD =
            "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"%s\"><implementation class=\"x.Y\"/></scr:component>";

    @TempDir
    Path folder;

    private Framework framework = new FrameworkFactory().newFramework(Map.of());

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString()));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(2));
    }

    @Test
    void a_file_of_which_no_component_came_is_told() throws BundleException {
        Bundle bundle = bundle("OSGI-INF/good.xml, OSGI-INF/broken.xml,OSGI-INF/lost.xml,OSGI-INF/refused.xml");

        assertThat(knowing("good").unread(bundle))
                .containsExactly("OSGI-INF/broken.xml", "OSGI-INF/lost.xml", "OSGI-INF/refused.xml");
    }

    @Test
    void files_are_found_by_a_pattern_and_components_by_their_class() throws BundleException {
        assertThat(knowing("good", "x.Y", "refused").unread(bundle("OSGI-INF/*.xml,OSGI-INF/none-*.xml")))
                .containsExactly("OSGI-INF/broken.xml");
        assertThat(knowing().unread(bundle(" "))).isEmpty();
    }

    @Test
    void what_a_component_waits_for_is_told_by_the_service_and_not_by_the_number_of_the_reference() {
        ComponentConfigurationDTO waiting = configuration(ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        waiting.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {new UnsatisfiedReferenceDTO()};
        waiting.unsatisfiedReferences[0].name = "$005";
        waiting.unsatisfiedReferences[0].target = "(bundle=notes)";

        assertThat(having(waiting).unready(framework))
                .containsExactly("x.Y waits for io.clientele.persistence.Schema (bundle=notes)");
    }

    @Test
    void what_a_component_threw_is_told_with_the_place() {
        ComponentConfigurationDTO failed = configuration(ComponentConfigurationDTO.FAILED_ACTIVATION);
        failed.failure =
                """
                java.lang.reflect.InvocationTargetException
                \tat java.base/java.lang.reflect.Constructor.newInstance(Constructor.java:500)
                Caused by: java.lang.IllegalStateException: no luck
                \tat x.Y.<init>(Y.java:31)
                \t... 44 more
                """;

        assertThat(having(failed).unready(framework))
                .containsExactly(
                        "x.Y failed to activate: java.lang.IllegalStateException: no luck at x.Y.<init>(Y.java:31)");
    }

    private static ComponentConfigurationDTO configuration(int state) {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        return configuration;
    }

    /** A runtime with one component, {@code x.Y}, that is in this configuration. */
    private static ScrComponents having(ComponentConfigurationDTO configuration) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = "x.Y";
        component.references = new ReferenceDTO[] {new ReferenceDTO()};
        component.references[0].name = "$005";
        component.references[0].interfaceName = "io.clientele.persistence.Schema";
        return new ScrComponents((ServiceComponentRuntime) Proxy.newProxyInstance(
                ScrComponentsTest.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs")
                        ? List.of(component)
                        : List.of(configuration)));
    }

    private Bundle bundle(String header) throws BundleException {
        byte[] jar = ModuleJar.of("notes", "1.0." + framework.getBundleContext().getBundles().length)
                .header("Service-Component", header)
                .entry("OSGI-INF/good.xml", GOOD.formatted("good"))
                .entry("OSGI-INF/unnamed.xml", "<component><implementation class=\"x.Y\"/></component>")
                .entry("OSGI-INF/refused.xml", GOOD.formatted("refused"))
                .entry("OSGI-INF/broken.xml", "<broken")
                .bytes();
        return framework.getBundleContext().installBundle("test:" + header.hashCode(), new ByteArrayInputStream(jar));
    }

    /** A runtime that read components of these names. */
    private static ScrComponents knowing(String... names) {
        List<ComponentDescriptionDTO> known = Arrays.stream(names)
                .map(name -> {
                    ComponentDescriptionDTO component = new ComponentDescriptionDTO();
                    component.name = name;
                    return component;
                })
                .toList();
        return new ScrComponents((ServiceComponentRuntime) Proxy.newProxyInstance(
                ScrComponentsTest.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> known));
    }
}
