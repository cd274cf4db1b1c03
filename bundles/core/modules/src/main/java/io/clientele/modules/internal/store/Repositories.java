package io.clientele.modules.internal.store;

import io.clientele.modules.ModuleRepository;
import java.util.List;
import java.util.stream.Stream;

/** All feature repositories: those on this machine, which are read when they are asked, and those on other hosts, which were read before. */
public record Repositories(FeatureRepositories here, RemoteRepositories elsewhere) implements AutoCloseable {
    /** What is on offer now. */
    public List<Offer> offers() {
        return Stream.concat(here.offers().stream(), elsewhere.offers().stream())
                .toList();
    }

    /** How those on other hosts were found. */
    public List<ModuleRepository> states() {
        return elsewhere.states();
    }

    @Override
    public void close() {
        elsewhere.close();
    }
}
