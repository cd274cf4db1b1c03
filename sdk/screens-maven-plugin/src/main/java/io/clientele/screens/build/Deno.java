package io.clientele.screens.build;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Runs Deno, which keeps what it makes in a folder of the build and asks nobody for newer versions. */
final class Deno {
    private final Path program;
    private final File cache;

    Deno(Tools tools, String version, File cache) throws MojoExecutionException {
        this.program = tools.deno(version);
        this.cache = cache;
    }

    void run(Path folder, List<String> words) throws MojoExecutionException, MojoFailureException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        Tools.run(folder, Map.of("DENO_DIR", cache.toString(), "DENO_NO_UPDATE_CHECK", "1", "NO_COLOR", "1"), command);
    }
}
