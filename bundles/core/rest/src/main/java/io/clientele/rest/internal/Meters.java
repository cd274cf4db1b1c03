package io.clientele.rest.internal;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The meters of the process, as every bundle may use them. What the virtual machine tells of itself is added when first read. */
@Component(service = MeterRegistry.class)
public final class Meters extends PrometheusMeterRegistry {
    static final String PERMISSION = "metrics:read";
    private final AtomicBoolean complete = new AtomicBoolean();

    @Activate
    public Meters() {
        super(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
    }

    /** All meters in the Prometheus text format. */
    String text() {
        if (complete.compareAndSet(false, true)) {
            List<MeterBinder> binders = List.of(
                    new JvmMemoryMetrics(),
                    new JvmThreadMetrics(),
                    new ClassLoaderMetrics(),
                    new ProcessorMetrics(),
                    new UptimeMetrics());
            binders.forEach(binder -> binder.bindTo(this));
        }
        return scrape();
    }

    @Deactivate
    @Override
    public void close() {
        super.close();
    }
}
