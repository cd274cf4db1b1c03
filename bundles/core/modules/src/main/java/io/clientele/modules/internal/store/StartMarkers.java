package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file for each start that is under way, written before the start begins. A file that is there when the process starts tells that the
 * process before it ended during that start. It outlives the process, which a module can end, and is not forced to the disk against the end of the
 * machine, which it cannot: whoever asks for the module is waiting meanwhile.
 */
public final class StartMarkers {
    private final Path folder;

    public StartMarkers(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Archive archive) {
        return folder.resolve(archive.name() + "-" + archive.sha256());
    }

    /** Notes that a start begins, and how many before it never ended. */
    public void begin(Archive archive) {
        try {
            Files.writeString(file(archive), Integer.toString(deaths(archive) + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that a start ended in an orderly way, well or badly, or that the module may be tried afresh. */
    public void end(Archive archive) {
        try {
            Files.deleteIfExists(file(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many starts in a row never ended. */
    public int deaths(Archive archive) {
        try {
            return Files.exists(file(archive)) ? Integer.parseInt(Files.readString(file(archive))) : 0;
        } catch (NumberFormatException e) {
            // The process ended while it wrote the number.
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
