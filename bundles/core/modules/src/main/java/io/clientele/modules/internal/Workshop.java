package io.clientele.modules.internal;

import io.clientele.access.Callers;
import io.clientele.facts.Facts;
import io.clientele.modules.Modules;
import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.modules.internal.archive.Limits;
import io.clientele.modules.internal.archive.ManifestPolicy;
import io.clientele.modules.internal.archive.Trust;
import io.clientele.modules.internal.framework.FactProof;
import io.clientele.modules.internal.framework.ForeignWatch;
import io.clientele.modules.internal.framework.LateStarts;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.ScrComponents;
import io.clientele.modules.internal.framework.Verification;
import io.clientele.modules.internal.framework.WiredPlatform;
import io.clientele.modules.internal.framework.Wirings;
import io.clientele.modules.internal.leak.DumpedHolders;
import io.clientele.modules.internal.leak.LeakWatch;
import io.clientele.modules.internal.store.ArchiveStore;
import io.clientele.modules.internal.store.FeatureRepositories;
import io.clientele.modules.internal.store.RemoteRepositories;
import io.clientele.modules.internal.store.Repositories;
import io.clientele.modules.internal.store.Storage;
import io.clientele.persistence.Database;
import io.clientele.rest.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Everything that handles modules, put together. */
final class Workshop implements AutoCloseable {
    private static final Duration BETWEEN_RECOVERIES = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** For one file of another host. */
    private static final Duration DOWNLOAD = Duration.ofSeconds(60);

    private final BundleContext context;
    private final Settings settings;
    private final Callers callers;
    private final LeakWatch leaks = new LeakWatch(new DumpedHolders());
    private final OneAtATime work;
    private final Away away;
    private final Repositories repositories;
    private final Planner planner;
    private final Recovery recovery;
    private final Beginnings beginnings;
    private final LiveModules modules;
    private final ServiceRegistration<HealthCheck> health;
    private final HandWatch hands;
    private final LateStarts lateStarts;
    private volatile boolean recovered;

    /** What the life cycle looks at. */
    record Neighbours(Database database, Facts facts, Routes routes, ServiceComponentRuntime components) {}

    Workshop(BundleContext context, Settings settings, Surroundings surroundings, Neighbours neighbours) {
        this.context = context;
        this.settings = settings;
        this.callers = surroundings.callers();
        this.work = new OneAtATime(
                settings.answer(),
                settings.quiet(),
                () -> leaks.checkUnlessBusy(neighbours.routes().quietFor()));
        this.away = new Away(neighbours.routes(), RETRY_AFTER);
        Storage storage = storage(surroundings);
        this.repositories = storage.repositories();
        ModuleBundles bundles = new ModuleBundles(context, storage.archives(), storage.markers(), settings.patience());
        FactProof facts = new FactProof(context, neighbours.facts(), surroundings.transactions());
        Verification verification = verification(neighbours, facts, storage);
        this.hands = new HandWatch(context, storage.archives(), away, verification, work::between);
        WayBack tables = new WayBack(surroundings.schemas());
        Swap swap = new Swap(bundles, verification, () -> new ForeignWatch(context), away, tables, leaks);
        Changes changes = new Changes(surroundings, storage, swap);
        Wirings wirings = new Wirings(context);
        Refusals.Tables schemas = new Refusals.Tables(
                surroundings.schemas(), neighbours.database().dialect());
        Claims claims = claims(storage, neighbours.routes());
        Refusals refusals = new Refusals(bundles, wirings, storage, schemas, claims);
        this.planner = new Planner(refusals, wirings, neighbours.facts());
        WantedModules wanted = new WantedModules(new WantedModules.Parts(
                storage, bundles, verification, away, neighbours.database(), surroundings.clock(), settings.deaths()));
        this.recovery = new Recovery(new Recovery.Parts(surroundings, storage, changes, wanted, tables));
        Overview overview = new Overview(settings, storage, bundles, wanted, leaks);
        Targets targets = new Targets(storage);
        this.beginnings = new Beginnings(settings.initial(), storage, targets, planner, changes);
        this.modules = new LiveModules(
                new LiveModules.Parts(callers, storage, targets, planner, changes, wanted, overview, leaks, work));
        this.lateStarts = new LateStarts(context);
        this.health = context.registerService(
                HealthCheck.class, this::health, FrameworkUtil.asDictionary(Map.of(HealthCheck.NAME, "modules")));
    }

    private Storage storage(Surroundings surroundings) {
        ArchiveCheck admission = check(settings.developmentMode());
        return Storage.open(
                settings.folder(),
                surroundings.transactions(),
                new ArchiveStore(Storage.archives(settings.folder()), admission, check(true)),
                repositories(settings.offering(), admission));
    }

    private Repositories repositories(Settings.Offering offering, ArchiveCheck admission) {
        RemoteRepositories.Terms terms = new RemoteRepositories.Terms(
                settings.folder().resolve("remote"), offering.certificates(), DOWNLOAD, offering.interval());
        return new Repositories(
                new FeatureRepositories(offering.files(), offering.mavenFolder(), admission),
                new RemoteRepositories(offering.addresses(), terms, admission, Clock.systemUTC()));
    }

    private Claims claims(Storage storage, Routes routes) {
        WiredPlatform platform = new WiredPlatform(context);
        return new Claims(storage.modules()::all, storage.archives(), platform::bundles, routes);
    }

    private Verification verification(Neighbours neighbours, FactProof facts, Storage storage) {
        return new Verification(
                context,
                new ScrComponents(neighbours.components()),
                neighbours.routes(),
                neighbours.database(),
                facts,
                storage.migrations(),
                settings.proof());
    }

    private ArchiveCheck check(boolean unsignedToo) {
        ManifestPolicy policy = new ManifestPolicy(settings.api(), new WiredPlatform(context));
        return new ArchiveCheck(
                Limits.DEFAULT, policy, unsignedToo ? null : Trust.in(settings.trusted(), Clock.systemUTC()));
    }

    /** Takes up what a process before left, and starts what is wanted; returns before that is over. */
    void open() {
        OneAtATime.Turn turn = work.take();
        Future<Boolean> unused = turn.run(() -> callers.as(callers.system(), this::recover));
    }

    /** A server whose modules nobody starts would never be ready. */
    private boolean recover() {
        recovered = DatabasePatience.complete(BETWEEN_RECOVERIES, () -> {
            recovery.run();
            beginnings.install(callers.system());
        });
        return recovered;
    }

    private Result health() {
        if (!recovered) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "modules are being started");
        }
        List<String> warnings = new ArrayList<>();
        if (settings.developmentMode()) {
            warnings.add("development mode: modules that nobody signed are taken");
        }
        // A module that is away for the moment of a change is nothing to warn of.
        if (!work.isBusy()) {
            away.modules().forEach(module -> warnings.add(module + " is wanted but does not run"));
        }
        return warnings.isEmpty()
                ? new Result(Result.Status.OK, "modules are started")
                : new Result(Result.Status.WARN, String.join("; ", warnings));
    }

    Modules modules() {
        return modules;
    }

    Planner planner() {
        return planner;
    }

    @Override
    public void close() {
        health.unregister();
        hands.close();
        lateStarts.close();
        repositories.close();
        work.close();
        away.endAll();
    }
}
