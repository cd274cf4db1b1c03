package io.clientele.screens.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Native programs that Maven repositories hold, unpacked beside their archives once. */
final class Tools {
    private final RepositorySystem repositories;
    private final MavenSession session;
    private final Platform platform = Platform.current();

    Tools(RepositorySystem repositories, MavenSession session) {
        this.repositories = repositories;
        this.session = session;
    }

    Path esbuild(String version) throws MojoExecutionException {
        return program("org.mvnpm.at.esbuild", platform.esbuild() + ":" + version, "esbuild");
    }

    Path deno(String version) throws MojoExecutionException {
        return program("org.mvnpm.at.deno", platform.deno() + ":" + version, "deno");
    }

    private Path program(String group, String artifactAndVersion, String name) throws MojoExecutionException {
        Path archive = resolve(group + ":" + artifactAndVersion.replace(":", ":jar:"));
        String file = platform.program(name);
        Path program = archive.resolveSibling(file);
        try {
            return Files.exists(program) ? program : unpack(archive, file, program);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot unpack " + archive, e);
        }
    }

    /** The file of an artifact. */
    Path resolve(String coordinates) throws MojoExecutionException {
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(coordinates), session.getCurrentProject().getRemoteProjectRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException("there is no " + coordinates + " for this machine", e);
        }
    }

    private static Path unpack(Path archive, String file, Path target) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), file, ".part");
        try (JarFile jar = new JarFile(archive.toFile())) {
            JarEntry entry = jar.stream()
                    .filter(e -> e.getName().endsWith("/" + file))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + file + " in it"));
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!temporary.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + temporary + " executable");
        }
        return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Runs a program to its end, with its output beside Maven's own. */
    static void run(Path folder, Map<String, String> environment, List<String> command)
            throws MojoExecutionException, MojoFailureException {
        try {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(folder.toFile())
                    .inheritIO();
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new MojoFailureException(command.get(0) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }
}
