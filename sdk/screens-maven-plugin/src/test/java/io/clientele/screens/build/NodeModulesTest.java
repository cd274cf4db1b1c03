package io.clientele.screens.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeModulesTest {
    @TempDir
    private Path folder;

    @Test
    void lays_each_package_where_its_own_name_says() throws IOException {
        Path jar = jar(
                "x/lit/3/package.json", "{\"name\": \"lit\"}",
                "x/lit/3/html.js", "lit",
                "x/at/vaadin/grid/package.json", "{\"name\": \"@vaadin/grid\"}",
                "x/at/vaadin/grid/src/grid.js", "grid",
                "x/at/vaadin/grid/src/package.json", "{\"type\": \"module\"}",
                "x/stray.js", "nobody's");

        new NodeModules(folder.resolve("modules")).lay(List.of(jar.toFile()));

        assertThat(folder.resolve("modules/lit/html.js")).hasContent("lit");
        assertThat(folder.resolve("modules/@vaadin/grid/src/grid.js")).hasContent("grid");
        assertThat(folder.resolve("modules")).isDirectoryNotContaining("glob:**stray.js");
    }

    @Test
    void lets_no_package_lead_out_of_the_folder() throws IOException {
        Path jar = jar("x/package.json", "{\"name\": \"lit\"}", "x/../../../../evil.js", "evil");

        assertThatThrownBy(() -> new NodeModules(folder.resolve("modules")).lay(List.of(jar.toFile())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out");
    }

    private Path jar(String... namesAndTexts) throws IOException {
        Path jar = folder.resolve("packages.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new JarEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
