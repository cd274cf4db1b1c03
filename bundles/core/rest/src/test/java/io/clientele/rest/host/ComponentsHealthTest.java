package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class ComponentsHealthTest {
    @Test
    void is_well_while_parts_wait_or_work() {
        assertThat(health(ComponentConfigurationDTO.ACTIVE).execute().isOk()).isTrue();
        assertThat(health(ComponentConfigurationDTO.UNSATISFIED_REFERENCE)
                        .execute()
                        .isOk())
                .isTrue();
    }

    @Test
    void names_the_part_that_could_not_be_made_and_why() {
        var result = health(ComponentConfigurationDTO.FAILED_ACTIVATION).execute();

        assertThat(result.isOk()).isFalse();
        assertThat(result.toString()).contains("feeds: NumberFormatException: \"soon\"");
    }

    private static ComponentsHealth health(int state) {
        ComponentConfigurationDTO part = new ComponentConfigurationDTO();
        part.description = new ComponentDescriptionDTO();
        part.description.name = "feeds";
        part.state = state;
        part.failure =
                "InvocationTargetException\n\tat somewhere\nCaused by: NumberFormatException: \"soon\"\n\tat a proxy";
        ServiceComponentRuntime runtime = stub(
                ServiceComponentRuntime.class,
                Map.of(
                        "getComponentDescriptionDTOs", List.of(part.description),
                        "getComponentConfigurationDTOs", List.of(part)));
        return new ComponentsHealth(stub(BundleContext.class, Map.of("getBundles", new Bundle[0])), runtime);
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> answers.get(method.getName())));
    }
}
