package io.clientele.cli.server;

import io.clientele.cli.console.FailureException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a server, ours or another one, runs on a data folder: it holds a lock there as long as its process lives. */
final class DataFolder {
    private static final String LOCK = "server.lock";

    private DataFolder() {}

    /** Fails if a server runs on {@code data}, before anything of it is touched. */
    static void requireFree(Path data) throws IOException {
        Path file = data.resolve(LOCK);
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new FailureException(
                        "another server, process " + Files.readString(file).strip() + ", runs on the data folder "
                                + data + ". Stop it first, or name another folder: ./clientele run --data <folder>");
            }
        }
    }
}
