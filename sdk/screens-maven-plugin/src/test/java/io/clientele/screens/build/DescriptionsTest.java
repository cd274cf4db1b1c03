package io.clientele.screens.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
    @Test
    void names_each_file_once_and_none_for_what_only_has_an_address() throws IOException {
        String description =
                """
                {"contributions": [{"kind": "page", "module": "a.js"}, {"kind": "command", "path": "x"},
                  {"kind": "card", "module": "b/c.js"}, {"kind": "widget", "module": "a.js"}]}""";

        assertThat(Descriptions.modules(description)).containsExactly("a.js", "b/c.js");
    }
}
