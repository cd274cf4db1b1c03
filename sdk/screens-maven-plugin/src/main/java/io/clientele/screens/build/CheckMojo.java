package io.clientele.screens.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails if a text is missing in one of the languages, or one that the scripts ask for is nowhere. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
    /** Where the files of texts lie, one for each language and nothing else that ends with {@code .json}. */
    @Parameter(required = true)
    private File texts;

    /** Where the scripts lie that ask for them. */
    @Parameter(required = true)
    private File scripts;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            List<String> faults = Texts.faults(files(texts, ".json"), files(scripts, ".js"));
            if (!faults.isEmpty()) {
                throw new MojoFailureException(String.join("\n", faults));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read the texts", e);
        }
    }

    private static List<Path> files(File folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder.toPath())) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList());
        }
    }
}
