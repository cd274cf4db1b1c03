package io.clientele.bench.scenario;

import io.clientele.bench.data.People;
import io.clientele.bench.server.Api;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Four users who write, read and list customers without a pause until they are closed. */
final class CoreUsers implements AutoCloseable {
    private static final int USERS = 4;
    private static final String CUSTOMERS = "/api/v1/customers";

    private final ExecutorService threads = Executors.newFixedThreadPool(USERS);
    private final AtomicLong numbers;
    private final AtomicLong answered = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Api api;
    private volatile boolean over;

    private CoreUsers(Api api, AtomicLong numbers) {
        this.api = api;
        this.numbers = numbers;
    }

    /** They add the customers that follow the last one of {@code numbers}. */
    static CoreUsers start(Api api, AtomicLong numbers) {
        CoreUsers users = new CoreUsers(api, numbers);
        for (int i = 0; i < USERS; i++) {
            users.threads.execute(users::work);
        }
        return users;
    }

    private void work() {
        People people = new People(1);
        while (!over) {
            try {
                byte[] body = CustomerBody.of(people.person(numbers.incrementAndGet()));
                String id =
                        api.post(CUSTOMERS, body, "application/json").path("id").asText();
                answered.incrementAndGet();
                api.get(CUSTOMERS + "/" + id);
                answered.incrementAndGet();
                api.get(CUSTOMERS + "?limit=5");
                answered.incrementAndGet();
            } catch (IllegalStateException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
    }

    long answered() {
        return answered.get();
    }

    /** How many requests were not answered as they should be. */
    long failed() {
        return failures.size();
    }

    /** What was wrong with the first of them, or nothing. */
    String firstFailure() {
        return failures.stream().findFirst().orElse("");
    }

    /** Lets everybody finish. */
    @Override
    public void close() {
        over = true;
        Crowd.dismiss(threads);
    }
}
