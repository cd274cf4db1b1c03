package io.clientele.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.spi.WebFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShellFilesTest {
    private static final Pattern IMPORTS = Pattern.compile("<script type=\"importmap\">(.*?)</script>");
    private static final String TEMPLATE =
            "<script type=\"importmap\">@imports@</script><script type=\"module\" src=\"@base@clientele.js\"></script>";

    private final ShellFiles shell = shell("console.log(1)");

    @Test
    void shows_one_page_at_every_address_of_the_product() {
        WebFile page = shell.find("/app/customers/0HXK").orElseThrow();

        assertThat(text(page)).isEqualTo(text(shell.find("/app/").orElseThrow()));
        assertThat(text(page))
                .contains("src=\"/web/" + shell.generation() + "/clientele.js\"")
                .doesNotContain("@base@", "@imports@");
        assertThat(shell.find("/").orElseThrow().headers()).containsEntry("Location", "/app/");
        assertThat(shell.find("/apple")).isEmpty();
    }

    @Test
    void maps_names_to_files_and_lets_no_other_script_inside_the_page() throws NoSuchAlgorithmException {
        WebFile page = shell.find("/app/").orElseThrow();
        Matcher imports = IMPORTS.matcher(text(page));

        assertThat(imports.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(imports.group(1)));
        assertThat(imports.group(1))
                .contains("\"@vaadin/grid\":\"/web/" + shell.generation() + "/lib/vaadin/grid.js\"")
                .contains("\"@clientele/ui\":\"/web/" + shell.generation() + "/clientele.js\"");
        assertThat(page.headers().get("Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
                .contains("style-src 'self' 'sha256-abc=';")
                .doesNotContain("unsafe");
    }

    @Test
    void files_are_kept_for_ever_and_an_older_version_is_gone() {
        WebFile main =
                shell.find("/web/" + shell.generation() + "/clientele.js").orElseThrow();
        ShellFiles newer = shell("console.log(2)");

        assertThat(main.headers().get("Cache-Control")).contains("immutable");
        assertThat(newer.generation()).isNotEqualTo(shell.generation());
        assertThat(newer.find("/web/" + shell.generation() + "/clientele.js")
                        .orElseThrow()
                        .status())
                .isEqualTo(410);
        assertThat(newer.find("/web/" + newer.generation() + "/nothing.js")).isEmpty();
    }

    private static ShellFiles shell(String main) {
        try {
            return new ShellFiles(new Folder(new TreeMap<>(Map.of(
                    "index.html", bytes(TEMPLATE),
                    "icon.svg", bytes("<svg/>"),
                    "imports.json", bytes("{\"@clientele/ui\": \"clientele.js\"}"),
                    "lib/imports.json", bytes("{\"@vaadin/grid\": \"vaadin/grid.js\"}"),
                    "lib/styles.json", bytes("{\"one\": \"sha256-abc=\"}"),
                    "clientele.js", bytes(main)))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(WebFile file) {
        return StandardCharsets.UTF_8.decode(file.content().duplicate()).toString();
    }
}
