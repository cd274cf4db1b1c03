package io.clientele.screens.build;

import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** Runs the tests of scripts, {@code *.test.js}, with Deno and without a network. */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TestMojo extends AbstractMojo {
    private final RepositorySystem repositories;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project.basedir}/src/test/web")
    private File tests;

    /** Deno's own settings: the import map of the tests, what is linted. */
    @Parameter(defaultValue = "${project.basedir}/src/test/web/deno.json")
    private File settings;

    @Parameter(property = "skipTests")
    private boolean skipTests;

    @Parameter(property = "maven.test.skip")
    private boolean skip;

    @Parameter(defaultValue = "${project.build.directory}/deno")
    private File cache;

    @Parameter(defaultValue = "2.5.4")
    private String denoVersion;

    @Inject
    public TestMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipTests) {
            return;
        }
        List<String> words = List.of(
                "test",
                "--quiet",
                "--no-check",
                "--no-remote",
                "--no-lock",
                "--location=http://localhost/",
                "--config=" + settings,
                tests.toString());
        new Deno(new Tools(repositories, session), denoVersion, cache).run(tests.toPath(), words);
    }
}
