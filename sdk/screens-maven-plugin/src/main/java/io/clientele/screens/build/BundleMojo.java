package io.clientele.screens.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Joins ES modules, and the packages among the project's dependencies that they import, to a few files. */
@Mojo(
        name = "bundle",
        defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class BundleMojo extends AbstractMojo {
    private final RepositorySystem repositories;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** Where {@link #entries} lie. */
    @Parameter(defaultValue = "${project.basedir}/src/main/web")
    private File sources;

    /** One file is made of each, with the same name. */
    @Parameter
    private List<String> entries = List.of();

    /** A description of screens: one file is made of each module that it names. */
    @Parameter
    private @Nullable File screens;

    /** Whether what several entries need becomes files of its own; else each entry holds all it needs, and costs one request. */
    @Parameter(defaultValue = "true")
    private boolean parts;

    /** What is left to the browser's import map, such as {@code lit} and {@code lit/*}. */
    @Parameter
    private List<String> externals = List.of();

    /** Modules taken in the place of others, each as {@code specifier=./file.js}. */
    @Parameter
    private List<String> aliases = List.of();

    /** Files of packages that ours take the place of, each as {@code package/file.js=file.js}; the latter is relative to {@link #sources}. */
    @Parameter
    private List<String> replacements = List.of();

    @Parameter(required = true)
    private File output;

    @Parameter(defaultValue = "0.25.10")
    private String esbuildVersion;

    @Inject
    public BundleMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Path modules = Path.of(project.getBuild().getDirectory(), "node_modules");
        try {
            new NodeModules(modules).lay(packages());
            replace(modules);
            clean();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot prepare the packages", e);
        }
        Path esbuild = new Tools(repositories, session).esbuild(esbuildVersion);
        Tools.run(sources.toPath(), Map.of("NODE_PATH", modules.toString()), command(esbuild, all()));
    }

    private List<File> packages() {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().startsWith("org.mvnpm"))
                .map(Artifact::getFile)
                .toList();
    }

    /** Parts of an earlier bundle must not be shipped. */
    private void clean() throws IOException {
        Files.createDirectories(output.toPath());
        try (Stream<Path> files = Files.list(output.toPath())) {
            for (Path file : files.filter(BundleMojo::isPart).toList()) {
                Files.delete(file);
            }
        }
    }

    private void replace(Path modules) throws IOException {
        for (String replacement : replacements) {
            String[] sides = replacement.split("=", 2);
            Path replaced = modules.resolve(sides[0]);
            if (!Files.exists(replaced)) {
                throw new IOException("there is no " + sides[0] + " to be replaced");
            }
            Files.copy(sources.toPath().resolve(sides[1]), replaced, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isPart(Path file) {
        return file.getFileName().toString().matches("part-[A-Z0-9]+\\.js");
    }

    private List<String> all() throws MojoExecutionException {
        List<String> all = new ArrayList<>(entries);
        if (screens != null) {
            try {
                all.addAll(Descriptions.modules(Files.readString(screens.toPath())));
            } catch (IOException e) {
                throw new MojoExecutionException("cannot read " + screens, e);
            }
        }
        return all;
    }

    private List<String> command(Path esbuild, List<String> files) {
        List<String> command = new ArrayList<>(List.of(esbuild.toString()));
        command.addAll(files);
        if (parts) {
            command.add("--splitting");
        }
        command.addAll(List.of(
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--charset=utf8",
                "--legal-comments=none",
                "--log-level=warning",
                "--chunk-names=part-[hash]",
                "--outdir=" + output));
        externals.forEach(external -> command.add("--external:" + external));
        aliases.forEach(alias -> command.add("--alias:" + alias));
        return command;
    }
}
