package io.clientele.bench.server;

import java.io.IOException;

/** Processes that must not outlive the bench, however it ends. */
final class Children {
    private Children() {}

    /** Starts one and has it stopped when this Java process ends. */
    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop " + process.pid()));
        return process;
    }
}
