package io.clientele.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, held by one process. The system's own lock on a file tells, which goes with the process however that ends; what stands in the file is only said
 * to whoever comes second.
 */
final class DataFolder implements AutoCloseable {
    /** Looked at by the command line, too. */
    static final String LOCK = "server.lock";

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /** Another process holds the folder. */
    static final class InUseException extends Exception {
        private static final long serialVersionUID = 1L;

        InUseException(Path folder, String pid) {
            super("Another server" + (pid.isEmpty() ? "" : ", process " + pid + ",") + " runs on the data folder "
                    + folder + ". Stop it first, or name another folder by CLIENTELE_DATA");
        }
    }

    /** The folder cannot be written to. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(Path folder, IOException reason) {
            super("The data folder " + folder + " cannot be used: " + reason, reason);
        }
    }

    /** Takes the folder for this process, until it is closed or the process ends. */
    static DataFolder hold(Path folder) throws InUseException, UnusableException {
        try {
            Path file = Files.createDirectories(folder).resolve(LOCK);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new InUseException(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new UnusableException(folder, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // By this very process, as an application that runs two would.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
