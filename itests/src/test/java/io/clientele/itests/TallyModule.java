package io.clientele.itests;

import io.clientele.testkit.ModuleJar;

/**
 * The archive of a module that writes down which process handled which event about a customer, in a table without any rule against doubles. It
 * dawdles over each event, so that a process that is stopped or killed is likely to be amid one.
 */
final class TallyModule {
    private TallyModule() {}

    static ModuleJar jar() {
        return ModuleJar.of("tally", "1.0.0")
                .header(
                        "Import-Package",
                        "io.clientele.events,io.clientele.events.spi,io.clientele.kernel,io.clientele.persistence")
                .entry(
                        "META-INF/clientele/migrations/V001__tally.sql",
                        "create table tally_handled (seq bigint not null, customer_id bigint not null, process bigint not null);")
                .source("io.example.tally.Tally", SOURCE)
                .component(
                        "io.example.tally.Tally",
                        "<service><provide interface=\"io.clientele.events.spi.EventHandler\"/></service>"
                                + "<property name=\"clientele.feed.types\" value=\"registry.CustomerAdded\"/>"
                                + "<property name=\"clientele.feed.from\" value=\"start\"/>"
                                + "<reference name=\"schema\" interface=\"io.clientele.persistence.Schema\""
                                + " target=\"(bundle=io.example.tally)\"/>"
                                + "<reference name=\"transactions\" interface=\"io.clientele.persistence.Transactions\""
                                + " field=\"transactions\"/>");
    }

    private static final String SOURCE =
            """
            package io.example.tally;
            import io.clientele.events.Event;
            import io.clientele.events.spi.EventHandler;
            import io.clientele.persistence.Transactions;
            import java.sql.PreparedStatement;
            import java.util.concurrent.locks.LockSupport;
            public class Tally implements EventHandler {
                private volatile Transactions transactions;
                @Override public void handle(Event event) {
                    LockSupport.parkNanos(20_000_000);
                    transactions.write(connection -> {
                        try (PreparedStatement insert =
                                connection.prepareStatement("insert into tally_handled values (?, ?, ?)")) {
                            insert.setLong(1, event.sequence());
                            insert.setLong(2, event.customer());
                            insert.setLong(3, ProcessHandle.current().pid());
                            return insert.executeUpdate();
                        }
                    });
                }
            }""";
}
