package io.clientele.events.internal.webhook;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.events.Feeds;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Database;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Serves webhooks on this node. */
@Component(service = WebhooksComponent.class, immediate = true, configurationPid = "io.clientele.events")
public final class WebhooksComponent {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** {@code etc/io.clientele.events.cfg}. */
    @interface Config {
        /** Networks besides the public Internet in which webhooks may be, such as {@code 10.1.0.0/16, fd00::/8}. */
        String allowedNetworks() default "";

        /** How long events are kept, at least. */
        int retentionDays() default 30;
    }

    /** What webhooks need of the platform. */
    @Component(service = Needs.class)
    public static final class Needs {
        private final Transactions transactions;
        private final Database database;
        private final Ids ids;
        private final Callers callers;
        private final Audit audit;
        private final MeterRegistry meters;

        @Activate
        public Needs(
                @Reference(target = "(bundle=io.clientele.events)") Schema schema,
                @Reference Transactions transactions,
                @Reference Database database,
                @Reference Ids ids,
                @Reference Callers callers,
                @Reference Audit audit,
                @Reference MeterRegistry meters) {
            this.transactions = transactions;
            this.database = database;
            this.ids = ids;
            this.callers = callers;
            this.audit = audit;
            this.meters = meters;
        }
    }

    private final RunningWebhooks running;
    private final Webhooks webhooks;

    @Activate
    public WebhooksComponent(Config config, BundleContext bundle, @Reference Needs needs, @Reference Feeds feeds) {
        Outside outside = Outside.of(config.allowedNetworks());
        String node = UUID.randomUUID().toString();
        FeedTable feedTable = new FeedTable(needs.database.dialect(), node);
        DeliveryTable deliveries = new DeliveryTable(needs.database.dialect(), node);
        Poster poster = new Poster(
                InetAddress::getAllByName, outside, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
        Courier courier = new Courier(
                new Courier.Ground(needs.transactions, needs.callers, needs.audit, needs.meters, Clock.systemUTC()),
                deliveries,
                poster);
        this.running = new RunningWebhooks(
                new RunningWebhooks.Tables(needs.transactions, feedTable, deliveries),
                courier,
                new ServiceHub(bundle, feeds));
        this.webhooks = new Webhooks(
                new Webhooks.Ground(
                        needs.transactions,
                        EventOrder.of(needs.database.dialect()),
                        feedTable,
                        needs.ids,
                        needs.callers,
                        needs.audit),
                outside,
                running::wake);
        running.start(POLL, Math.max(2, config.retentionDays()));
    }

    /** Handlers are services, as those of every module. */
    private record ServiceHub(BundleContext bundle, Feeds feeds) implements RunningWebhooks.Hub {
        @Override
        public Runnable open(String feed, EventHandler handler) {
            ServiceRegistration<EventHandler> registration = bundle.registerService(
                    EventHandler.class, handler, FrameworkUtil.asDictionary(Map.of(Feed.PREFIX_ + "name", feed)));
            return registration::unregister;
        }
    }

    /** What an administrator may do. */
    public Webhooks webhooks() {
        return webhooks;
    }

    @Deactivate
    void close() {
        running.close();
    }
}
