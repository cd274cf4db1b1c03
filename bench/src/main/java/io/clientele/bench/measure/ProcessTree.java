package io.clientele.bench.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process and everything it started, by what the kernel accounts for them. Safe for use by many threads.
 *
 * <p>A process with one thread is read from its {@code schedstat}, which counts nanoseconds: the database has a dozen such processes, and
 * ticks of 10 ms of each would blur a short round. Others, and children that have ended, are counted in ticks.
 */
public final class ProcessTree {
    private static final long NANOS_PER_TICK = 10_000_000L;

    private final Path proc;
    private final long root;

    /** The tree below {@code root}. */
    public ProcessTree(long root) {
        this(Path.of("/proc"), root);
    }

    ProcessTree(Path proc, long root) {
        this.proc = proc;
        this.root = root;
    }

    /** Processor time in nanoseconds used so far by the living members and by those that ended and were awaited. */
    public long cpuNanos() {
        long nanos = 0;
        for (ProcStat stat : members()) {
            nanos += stat.reapedTicks() * NANOS_PER_TICK;
            nanos += stat.threads() == 1 ? singleThreaded(stat) : stat.ownTicks() * NANOS_PER_TICK;
        }
        return nanos;
    }

    /** The ids of the living members, the root first. */
    public List<Long> pids() {
        return members().stream().map(ProcStat::pid).toList();
    }

    private long singleThreaded(ProcStat stat) {
        try {
            String text = Files.readString(proc.resolve(stat.pid() + "/schedstat"));
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException e) {
            // Ended since it was listed, or a kernel without the file.
            return stat.ownTicks() * NANOS_PER_TICK;
        }
    }

    private List<ProcStat> members() {
        Map<Long, List<ProcStat>> children = new HashMap<>();
        List<ProcStat> found = new ArrayList<>();
        for (ProcStat stat : all()) {
            if (stat.pid() == root) {
                found.add(stat);
            }
            children.computeIfAbsent(stat.parent(), p -> new ArrayList<>()).add(stat);
        }
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children.getOrDefault(found.get(i).pid(), List.of()));
        }
        return found;
    }

    private List<ProcStat> all() {
        List<ProcStat> stats = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                try {
                    stats.add(ProcStat.parse(Files.readString(entry.resolve("stat"))));
                } catch (IOException gone) {
                    // A process that ended while we were looking is nobody's member.
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot list processes; the bench needs Linux", e);
        }
        return stats;
    }
}
