package io.clientele.screens.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** Checks the types of scripts as strictly as the compiler of TypeScript can, from what their comments and the packages say. */
@Mojo(name = "types", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TypesMojo extends AbstractMojo {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the scripts are checked, among the packages that they import. */
    private static final String COPY = "web";

    private final RepositorySystem repositories;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File base;

    @Parameter(defaultValue = "${project.basedir}/src/main/web")
    private File sources;

    /** The scripts to check, with all that they import; unless told, all that are there. */
    @Parameter
    private List<String> entries = List.of();

    /** What names mean that scripts import, such as {@code @clientele/ui=ui/index.js}. */
    @Parameter
    private List<String> imports = List.of();

    /** Folders of further sources, each with the name of the folder beside the scripts that it is copied to, such as {@code shell=../shell/web}. */
    @Parameter
    private List<String> beside = List.of();

    /** The packages they import, such as {@code org.mvnpm:lit:3.3.3}. */
    @Parameter(required = true)
    private List<String> packages;

    @Parameter(defaultValue = "${project.build.directory}/types")
    private File folder;

    @Parameter(defaultValue = "2.5.4")
    private String denoVersion;

    @Parameter(property = "skipTests")
    private boolean skipTests;

    @Parameter(property = "maven.test.skip")
    private boolean skip;

    @Inject
    public TypesMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipTests) {
            return;
        }
        Tools tools = new Tools(repositories, session);
        List<String> checked;
        try {
            prepare(tools);
            checked = checked();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot prepare the check", e);
        }
        List<String> words = new ArrayList<>(List.of("check", "--quiet"));
        words.addAll(checked);
        new Deno(tools, denoVersion, new File(folder, "cache")).run(folder.toPath(), words);
    }

    private void prepare(Tools tools) throws IOException, MojoExecutionException {
        List<File> archives = new ArrayList<>();
        for (String coordinates : packages) {
            archives.add(tools.resolve(coordinates).toFile());
        }
        new NodeModules(folder.toPath().resolve("node_modules")).lay(archives);
        copy(sources.toPath(), COPY);
        for (String folder : beside) {
            copy(base.toPath().resolve(folder.split("=", 2)[1]), folder.split("=", 2)[0]);
        }
        writeSettings();
    }

    private List<String> checked() throws IOException {
        List<String> scripts = entries.isEmpty() ? Scripts.in(sources.toPath()) : entries;
        return scripts.stream().map(script -> COPY + '/' + script).toList();
    }

    /** Beside the packages, where they are looked for. */
    private void copy(Path from, String name) throws IOException {
        Path to = folder.toPath().resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void writeSettings() throws IOException {
        ObjectNode description = JSON.createObjectNode().put("type", "module");
        ObjectNode dependencies = description.putObject("dependencies");
        packages.forEach(each -> dependencies.put(each.split(":", 3)[1], each.split(":", 3)[2]));
        ObjectNode settings = JSON.createObjectNode().put("nodeModulesDir", "manual");
        ObjectNode names = settings.putObject("imports");
        imports.forEach(each -> names.put(each.split("=", 2)[0], "./" + COPY + '/' + each.split("=", 2)[1]));
        settings.putObject("compilerOptions")
                .put("checkJs", true)
                .put("strict", true)
                .put("noImplicitOverride", false)
                .putArray("lib")
                .add("dom")
                .add("dom.iterable")
                .add("dom.asynciterable")
                .add("esnext");
        JSON.writeValue(new File(folder, "package.json"), description);
        JSON.writeValue(new File(folder, "deno.json"), settings);
    }
}
