package io.clientele.modules.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How modules are handled here.
 *
 * @param folder where archives and marks of starts are kept
 * @param trusted the folder of certificates
 * @param offering where features on offer are listed
 * @param initial modules that a new installation begins with
 * @param patience how long a start or stop may take
 * @param proof how long a module may take to serve once it is started
 * @param answer how long whoever asks for a change waits for its end
 * @param quiet how long after the last change leaks are looked for
 * @param deaths how many starts in a row may kill the process
 */
record Settings(
        boolean developmentMode,
        Path folder,
        Path trusted,
        Offering offering,
        List<String> initial,
        Duration patience,
        Duration proof,
        Duration answer,
        Duration quiet,
        int deaths,
        List<String> api) {
    /**
     * Where features on offer are listed.
     *
     * @param files on this machine
     * @param mavenFolder where {@code mvn:} in them leads
     * @param addresses on other hosts
     * @param certificates the folder of certificates of hosts that are trusted besides those that Java knows
     * @param interval how often other hosts are asked
     */
    record Offering(List<Path> files, Path mavenFolder, List<String> addresses, Path certificates, Duration interval) {}
}
