package io.clientele.cli.server;

import java.io.IOException;
import java.nio.file.Path;

/** Where the distribution comes from: built from the source tree, or given. */
@FunctionalInterface
public interface Distribution {
    /** Returns the archive, after making it when it is missing or older than its sources. */
    Path upToDate() throws IOException, InterruptedException;
}
