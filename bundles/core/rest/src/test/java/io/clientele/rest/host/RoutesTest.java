package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.Public;
import io.clientele.rest.spi.RouteGate.Obstacle;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeEach
    void start() {
        host.use(new Tokens());
        host.add(new Notes());
        client = new Client(host.start().uri());
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        host.close();
    }

    /** A resource that says that it is there. */
    @Path("/api/v1/visitor")
    public static final class Visitor {
        @GET
        @Public
        public Map<String, String> hello() {
            return Map.of("hello", "visitor");
        }
    }

    /** A resource one of whose operations says not who may call it. */
    @Path("/api/v1/open")
    public static final class Unguarded {
        @GET
        @Public
        public String guarded() {
            return "yes";
        }

        @GET
        @Path("door")
        public String door() {
            return "no";
        }
    }

    /** A resource that needs a class that is gone. */
    @Path("/api/v1/broken")
    public static final class Broken {
        @GET
        @Public
        public Map<String, String> read(@QueryParam("whole") boolean whole) {
            if (!whole) {
                throw new NoClassDefFoundError("io/example/Gone");
            }
            return Map.of();
        }
    }

    /** A resource that takes as long as it is told. */
    @Path("/api/v1/slow")
    public static final class Slow {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch mayLeave = new CountDownLatch(1);
        final AtomicBoolean left = new AtomicBoolean();

        @GET
        @Public
        public Map<String, String> slow() throws InterruptedException {
            entered.countDown();
            mayLeave.await(30, TimeUnit.SECONDS);
            left.set(true);
            return Map.of("slow", "done");
        }
    }

    /** A resource below another one's things, as a module has it. */
    @Path("/api/v1/notes/{note}/slow")
    public static final class SlowBelow {
        final Slow slow = new Slow();

        @GET
        @Public
        public Map<String, String> slow() throws InterruptedException {
            return slow.slow();
        }
    }

    @Test
    void why_a_resource_is_not_served_is_told_until_it_goes() {
        Unguarded unguarded = new Unguarded();

        host.add(unguarded, "io.example.visits");

        assertThat(host.obstacle("io.example.visits"))
                .contains(new Obstacle(Unguarded.class.getName() + ".door has neither @Requires nor @Public", false));
        host.remove(unguarded);
        assertThat(host.obstacle("io.example.visits")).isEmpty();
    }

    @Test
    void nobody_notices_while_resources_come_and_go() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        Callable<Integer> reader = () -> {
            Client own = new Client(host.uri());
            int failed = 0;
            while (!over.get()) {
                failed += own.get("/api/v1/notes/greeting").statusCode() == 200 ? 0 : 1;
                answered.incrementAndGet();
            }
            return failed;
        };
        var readers = Stream.generate(() -> clients.submit(reader)).limit(4).toList();

        IntStream.range(0, 100).forEach(i -> {
            Visitor visitor = new Visitor();
            host.add(visitor);
            assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(200);
            host.remove(visitor);
            assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(404);
        });
        over.set(true);

        assertThat(readers.stream().mapToInt(RoutesTest::result).sum()).isZero();
        assertThat(answered.get()).isPositive();
    }

    @Test
    void a_resource_below_another_is_left_by_everybody_when_its_removal_returns() throws Exception {
        SlowBelow below = new SlowBelow();
        host.add(below);
        Future<Integer> request =
                clients.submit(() -> client.get("/api/v1/notes/7/slow").statusCode());
        below.slow.entered.await(30, TimeUnit.SECONDS);
        Future<Boolean> removal = clients.submit(() -> {
            host.remove(below);
            return below.slow.left.get();
        });

        below.slow.mayLeave.countDown();

        assertThat(removal.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(request.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(client.get("/api/v1/notes/7/slow").statusCode()).isEqualTo(404);
    }

    @Test
    void a_resource_is_left_by_everybody_when_its_removal_returns() throws Exception {
        Slow slow = new Slow();
        host.add(slow);
        Future<Integer> request =
                clients.submit(() -> client.get("/api/v1/slow").statusCode());
        slow.entered.await(30, TimeUnit.SECONDS);
        Future<Boolean> removal = clients.submit(() -> {
            host.remove(slow);
            return slow.left.get();
        });

        slow.mayLeave.countDown();

        assertThat(removal.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(request.get(30, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void a_request_that_takes_long_elsewhere_holds_up_no_removal() throws Exception {
        Slow slow = new Slow();
        Visitor visitor = new Visitor();
        host.add(slow);
        host.add(visitor);
        Future<Integer> request =
                clients.submit(() -> client.get("/api/v1/slow").statusCode());
        slow.entered.await(30, TimeUnit.SECONDS);

        host.remove(visitor);
        boolean stillInside = !slow.left.get();
        slow.mayLeave.countDown();

        assertThat(stillInside).isTrue();
        assertThat(request.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(404);
    }

    @Test
    void a_resource_with_an_unguarded_operation_is_refused_as_a_whole() {
        host.add(new Unguarded());

        assertThat(client.get("/api/v1/open").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/open/door").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/notes/greeting").statusCode()).isEqualTo(200);
    }

    @Test
    void the_first_resource_keeps_a_path_that_a_second_one_claims() {
        Visitor first = new Visitor();
        Visitor second = new Visitor();
        host.add(first);
        host.add(second);
        assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(200);

        host.remove(second);

        assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(200);
    }

    @Test
    void a_resource_takes_the_place_of_one_that_went_at_once() {
        Visitor old = new Visitor();
        host.add(old);
        assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(200);

        host.remove(old);
        boolean gone = host.of(Visitor.class.getName()).isEmpty();
        host.add(new Visitor());

        assertThat(gone).isTrue();
        assertThat(host.of(Visitor.class.getName())).hasSize(1);
        assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(200);
    }

    @Test
    void a_resource_that_lacks_a_class_fails_alone() {
        host.add(new Broken());

        assertThat(client.get("/api/v1/broken").statusCode()).isEqualTo(500);
        assertThat(client.get("/api/v1/notes/greeting").statusCode()).isEqualTo(200);
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
