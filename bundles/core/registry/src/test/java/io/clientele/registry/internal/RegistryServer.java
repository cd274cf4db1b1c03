package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Role;
import io.clientele.access.internal.audit.ChainedRedaction;
import io.clientele.events.internal.StoredEventDetails;
import io.clientele.registry.Merges;
import io.clientele.registry.internal.life.HandOvers;
import io.clientele.registry.internal.life.JournaledMerges;
import io.clientele.registry.internal.life.TracelessErasures;
import io.clientele.registry.internal.rest.ChangesResource;
import io.clientele.registry.internal.rest.ConsentsResource;
import io.clientele.registry.internal.rest.CustomersResource;
import io.clientele.registry.internal.rest.ErasureResource;
import io.clientele.registry.internal.rest.HandOversResource;
import io.clientele.registry.internal.rest.HistoryResource;
import io.clientele.registry.internal.rest.InteractionsResource;
import io.clientele.registry.internal.rest.MergeResource;
import io.clientele.registry.internal.rest.MergesResource;
import io.clientele.registry.internal.rest.PurchasesResource;
import io.clientele.registry.internal.rest.RelationsResource;
import io.clientele.registry.internal.rest.UnmergeResource;
import io.clientele.registry.internal.rest.ViewsResource;
import io.clientele.rest.host.HostSettings;
import io.clientele.rest.host.HttpHost;
import io.clientele.rest.spi.Identity;
import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One server with the resources of the registry. */
final class RegistryServer implements AutoCloseable {
    /** Anna and Bert sign in with their names. */
    private record Signed(TestRegistry test, Caller caller) implements Identity {
        @Override
        public String name() {
            return caller.login();
        }

        @Override
        public boolean may(String permission) {
            return caller.may(permission);
        }

        @Override
        public Scope enter() {
            return test.enter(caller);
        }
    }

    final TestRegistry test;
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI uri;

    RegistryServer(TestDatabase kind) {
        test = new TestRegistry(kind);
        host.use(credentials -> Optional.of(new Signed(test, caller(credentials.authorization()))));
        host.add(new CustomersResource(test.registry, test.values));
        host.add(new InteractionsResource(new RecordedTimeline(test.foundation)));
        host.add(new PurchasesResource(new RecordedPurchases(test.foundation)));
        Merges merges = new JournaledMerges(test.foundation);
        host.add(new MergeResource(merges));
        host.add(new MergesResource(merges));
        host.add(new UnmergeResource(merges));
        host.add(new ConsentsResource(new RecordedConsents(test.foundation)));
        host.add(new RelationsResource(new VisibleRelations(test.foundation)));
        host.add(new ChangesResource(new BatchedEdits(test.foundation)));
        host.add(new HistoryResource(test.registry, test.history));
        host.add(new ViewsResource(new SavedViews(test.foundation)));
        host.add(new ErasureResource(new TracelessErasures(
                test.foundation,
                new ChainedRedaction(test.database.transactions()),
                new StoredEventDetails(test.database.transactions()))));
        host.add(new HandOversResource(new HandOvers(
                test.foundation, new BatchedEdits(test.foundation), TestRegistry.USERS, TestRegistry.TEAMS)));
        uri = host.start().uri();
    }

    /** The lead is Anna with the role of a manager. */
    private static Caller caller(@Nullable String authorization) {
        return switch (authorization == null ? "" : authorization) {
            case "Bearer bert" -> TestRegistry.BERT;
            case "Bearer lead" ->
                new Caller(
                        TestRegistry.ANNA.user(),
                        "lead",
                        Set.of(Role.MANAGER),
                        TestRegistry.ANNA.scope(),
                        TestRegistry.ANNA.teams());
            default -> TestRegistry.ANNA;
        };
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.setHeader("Content-Type", "application/json");
        request.setHeader("Authorization", "Bearer anna");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        host.close();
        test.close();
    }
}
