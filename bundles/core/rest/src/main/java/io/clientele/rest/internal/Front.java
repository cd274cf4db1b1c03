package io.clientele.rest.internal;

import io.clientele.persistence.Database;
import io.clientele.persistence.Deadline;
import io.clientele.persistence.Transactions;
import io.clientele.rest.Routes;
import io.clientele.rest.spi.Authenticator;
import io.clientele.rest.spi.Identity;
import io.clientele.rest.spi.RouteGate;
import io.clientele.rest.spi.WebFiles;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The one door of the host: every request that is well-formed HTTP passes here. */
public final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String API = "/api/";

    /** A body is held in memory while its digest is asked for. */
    private static final long MOST_KEPT_BYTES = 16L * 1024 * 1024;

    private final transient Dispatcher dispatcher;
    private final transient SignIn signIn = new SignIn();
    private final transient Requests requests = new Requests();
    private final transient Idempotency idempotency;
    private final transient Health health;
    private final transient Browsing browsing = new Browsing();
    private final transient HostPages pages;
    private final transient Cors cors;
    private final transient Absences absences = new Absences();
    private final transient Limits limits;
    private final transient Phrases phrases = new Phrases();
    private transient volatile @Nullable Transactions transactions;

    public Front(Dispatcher dispatcher, Limits limits, String version, Clock clock) {
        this.dispatcher = dispatcher;
        this.limits = limits;
        this.cors = new Cors(limits.allowedOrigins());
        this.idempotency = new Idempotency(clock);
        this.health = new Health(version);
        this.pages = new HostPages(dispatcher, health, browsing);
        dispatcher.endStreamsUnless(signIn::stillHolds);
    }

    /** Who lets modules in. */
    public void guard(RouteGate gate) {
        dispatcher.use(gate);
    }

    /** Undoes {@link #guard}. */
    public void unguard(RouteGate gate) {
        dispatcher.stopUsing(gate);
    }

    /** Who tells identities. */
    public void use(Authenticator authenticator) {
        signIn.use(authenticator);
    }

    /** Undoes {@link #use(Authenticator)}. */
    public void stopUsing(Authenticator authenticator) {
        signIn.stopUsing(authenticator);
    }

    /** The transactions that the time for a request is a limit for. */
    public void limit(@Nullable Transactions value) {
        transactions = value;
    }

    /** Where answers to requests with a key are kept. */
    public void keepAnswersIn(@Nullable Transactions transactions) {
        idempotency.use(transactions);
    }

    /** The database whose answer tells whether the system is ready. */
    public void use(Database database) {
        health.use(database);
    }

    /** Undoes {@link #use(Database)}. */
    public void stopUsing(Database database) {
        health.stopUsing(database);
    }

    /** There is a platform around this host, parts of which come later or come anew. */
    public void awaitPlatform() {
        health.awaitPlatform();
    }

    /** Where requests are counted. */
    public void use(MeterRegistry meters) {
        requests.use(meters);
        pages.use(meters instanceof Meters own ? own : null);
    }

    /** Answers for {@code roots} while {@code module} is away. */
    public Routes.Absence announce(String module, Collection<String> roots, Duration retryAfter) {
        return absences.announce(module, roots, retryAfter);
    }

    /** Files for browsers. */
    public void add(WebFiles files) {
        browsing.add(files);
    }

    /** Undoes {@link #add(WebFiles)}. */
    public void remove(WebFiles files) {
        browsing.remove(files);
    }

    /** What problems are told with in other languages. */
    public Phrases phrases() {
        return phrases;
    }

    public void add(HealthCheck check, String name) {
        health.add(check, name);
    }

    public void remove(HealthCheck check) {
        health.remove(check);
    }

    @Override
    public void destroy() {
        health.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = new Call(request, response, limits, phrases);
        request.setAttribute(Call.ATTRIBUTE, call);
        response.setHeader("X-Trace-Id", call.traceId);
        MDC.put("traceId", call.traceId);
        try {
            QueryText.check(request.getQueryString());
            Problem refused = BodyForms.refusal(call);
            refused = refused == null ? answer(call) : refused;
            if (refused != null) {
                Problems.send(refused, call);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            Problems.send(Problems.of(e, call), call);
        } finally {
            call.dropShortBody();
            requests.record(call);
            MDC.remove("traceId");
        }
    }

    private @Nullable Problem answer(Call call) throws IOException {
        String path = call.request.getRequestURI();
        String method = call.request.getMethod();
        if (method.equals("TRACE") || method.equals("CONNECT")) {
            call.response.setHeader("Allow", allowed(path));
            return Problem.of(405, method + " is not offered here");
        }
        if (cors.answers(call)) {
            return null;
        }
        Problem refused = signIn.identify(call);
        if (refused != null) {
            return refused;
        }
        // Asked before the routes, which are not worth looking for then, and after them: paths are announced as away
        // before they go.
        Problem away = absences.refusal(call.request);
        boolean served = away == null && path.startsWith(API) && dispatcher.knows(path);
        away = away == null ? absences.refusal(call.request) : away;
        if (away != null) {
            return away;
        }
        if (!served) {
            return pages.answer(call, path);
        }
        Problem held = dispatcher.refusal(path);
        if (held != null) {
            return held;
        }
        return serve(call, path);
    }

    private @Nullable Problem serve(Call call, String path) throws IOException {
        // The framework would tell what may be done at any path of the resource.
        if (call.request.getMethod().equals("OPTIONS")
                && !dispatcher.verbs(path).isEmpty()) {
            call.response.setHeader("Allow", allowed(path));
            return null;
        }
        String key = Idempotency.key(call.request);
        if (key != null) {
            return answerOnce(call, key);
        }
        Answer answer = new Answer(call);
        dispatch(call, new BoundedBody(call), answer);
        answer.finish();
        if (call.stream != null) {
            call.stream.start();
        }
        return null;
    }

    private String allowed(String path) {
        Set<String> verbs = path.startsWith(API) && dispatcher.knows(path) ? dispatcher.verbs(path) : Set.of();
        return verbs.isEmpty() ? HostPages.ALLOWED : String.join(", ", verbs);
    }

    private @Nullable Problem answerOnce(Call call, String key) throws IOException {
        long most = Math.min(MOST_KEPT_BYTES, dispatcher.bodyLimit(call.request, limits.bodyBytes()));
        return idempotency.answer(
                call, key, KeptBody.of(call, most), (request, response) -> dispatch(call, request, response));
    }

    private void dispatch(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Identity identity = call.identity;
        Identity.Scope scope = identity == null ? null : identity.enter();
        Transactions timed = transactions;
        Deadline.Scope time = timed == null ? null : timed.until(call.deadline);
        try {
            if (!dispatcher.serve(getServletConfig(), request, response)) {
                // Its resource went between two glances at the routes.
                Problem away = absences.refusal(call.request);
                away = away == null ? dispatcher.refusal(call.request.getRequestURI()) : away;
                Problems.send(away == null ? pages.notFound(call.request.getRequestURI()) : away, call);
            }
        } finally {
            if (time != null) {
                time.close();
            }
            if (scope != null) {
                scope.close();
            }
        }
    }
}
