package io.clientele.modules.internal.leak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds holders in a dump of the heap, written to a folder that only this user may read, and deleted afterwards. The process stands still while it is written. */
public final class DumpedHolders implements LeakWatch.Holders {
    private static final Logger LOG = LoggerFactory.getLogger(DumpedHolders.class);
    private static final String DIAGNOSTICS = "com.sun.management:type=HotSpotDiagnostic";

    @Override
    public Map<Departed, String> of(List<Departed> departed) {
        try {
            Path folder = Files.createTempDirectory("clientele-heap");
            Path file = folder.resolve("heap.hprof");
            try {
                dump(file);
                return search(HeapReader.open(file), departed);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException | JMException | IllegalStateException e) {
            LOG.warn("What holds on to modules that were stopped could not be looked for", e);
            return Map.of();
        }
    }

    /** Only what is reachable: the rest keeps nothing alive. */
    private static void dump(Path file) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName(DIAGNOSTICS), "dumpHeap", new Object[] {file.toString(), true}, new String[] {
                    String.class.getName(), boolean.class.getName()
                });
    }

    private static Map<Departed, String> search(HeapReader reader, List<Departed> departed) {
        HeapTypes types = new HeapTypes(reader);
        Living living = new Living(reader, types);
        HolderSearch search = new HolderSearch(reader, types, living);
        HolderNames names = new HolderNames(types, living);
        Map<Departed, String> found = new HashMap<>();
        for (Departed each : departed) {
            living.departed(each.loader().number()).ifPresent(loader -> {
                List<Link> chain = search.chain(loader);
                if (!chain.isEmpty()) {
                    found.put(each, names.of(chain, loader));
                }
            });
        }
        return found;
    }
}
