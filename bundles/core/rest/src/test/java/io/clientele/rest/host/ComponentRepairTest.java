package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.promise.Promises;

class ComponentRepairTest {
    private static final int SECONDS_OF_A_DAY = 24 * 3600;

    private final ComponentConfigurationDTO part = part();
    private final List<String> asked = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(-5);
    private Dictionary<String, String> headers = FrameworkUtil.asDictionary(Map.of());

    private final ComponentRepair repair = new ComponentRepair(context(), runtime(), now::get);

    private static ComponentConfigurationDTO part() {
        ComponentConfigurationDTO part = new ComponentConfigurationDTO();
        part.description = new ComponentDescriptionDTO();
        part.description.name = "feeds";
        part.description.bundle = new BundleDTO();
        part.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        part.failure = "Caused by: the database is away";
        return part;
    }

    private BundleContext context() {
        Bundle bundle =
                answering(Bundle.class, method -> method.equals("getSymbolicName") ? "io.clientele.events" : headers);
        return answering(BundleContext.class, method -> new Bundle[] {bundle});
    }

    private ServiceComponentRuntime runtime() {
        return ServiceComponentRuntime.class.cast(Proxy.newProxyInstance(
                ServiceComponentRuntime.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getComponentDescriptionDTOs" ->
                        ((Object[]) given[0]).length == 0 ? List.of() : List.of(part.description);
                    case "getComponentConfigurationDTOs" -> List.of(part);
                    default -> {
                        asked.add(method.getName());
                        yield Promises.resolved(null);
                    }
                }));
    }

    private static <T> T answering(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> answers.apply(method.getName())));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        repair.look();
    }

    @Test
    void a_part_that_failed_is_made_again_after_a_pause() {
        repair.look();
        pass(ComponentRepair.FIRST_PAUSE.minusMillis(1));
        assertThat(asked).isEmpty();

        pass(Duration.ofMillis(1));

        assertThat(asked).containsExactly("disableComponent", "enableComponent");
    }

    @Test
    void pauses_grow_and_attempts_end() {
        List<Integer> seconds = IntStream.range(0, SECONDS_OF_A_DAY)
                .filter(second -> {
                    int before = asked.size();
                    pass(Duration.ofSeconds(1));
                    return asked.size() > before;
                })
                .boxed()
                .toList();

        assertThat(seconds).hasSize(ComponentRepair.ATTEMPTS);
        assertThat(seconds.subList(0, 4)).containsExactly(5, 15, 35, 75);
        assertThat(seconds.get(9) - seconds.get(8)).isEqualTo(ComponentRepair.LONGEST_PAUSE.toSeconds());
    }

    @Test
    void a_part_that_waits_for_the_database_is_made_again_however_long_that_takes() {
        part.failure = "java.lang.reflect.InvocationTargetException\n"
                + "Caused by: io.clientele.kernel.UnavailableException: The database does not answer for now";
        IntStream.range(0, SECONDS_OF_A_DAY / 5).forEach(look -> pass(Duration.ofSeconds(5)));
        asked.clear();

        pass(Duration.ofSeconds(5));

        assertThat(asked).containsExactly("disableComponent", "enableComponent");
    }

    @Test
    void what_held_for_long_begins_anew() {
        repair.look();
        pass(ComponentRepair.FIRST_PAUSE);
        part.state = ComponentConfigurationDTO.ACTIVE;
        pass(ComponentRepair.FORGIVEN.plus(ComponentRepair.LONGEST_PAUSE));
        asked.clear();

        part.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        pass(Duration.ofSeconds(1));
        pass(ComponentRepair.FIRST_PAUSE);

        assertThat(asked).containsExactly("disableComponent", "enableComponent");
    }

    @Test
    void parts_that_wait_and_parts_of_modules_are_left_alone() {
        part.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        repair.look();
        pass(ComponentRepair.FIRST_PAUSE);
        part.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        headers = FrameworkUtil.asDictionary(Map.of("Clientele-Module", "sales"));
        repair.look();
        pass(ComponentRepair.FIRST_PAUSE);

        assertThat(asked).isEmpty();
    }
}
