package io.clientele.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.PhraseBookCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The book of the host: its own messages, those of what stands below it, and those of the validator. */
class PhraseBookTest {

    /** Of the standard's constraints; what depends on more than values is not offered here. */
    private static List<String> ofValidator() {
        ResourceBundle messages =
                ResourceBundle.getBundle("org.hibernate.validator.ValidationMessages", Locale.ENGLISH);
        return messages.keySet().stream()
                .filter(name -> name.startsWith("jakarta."))
                .map(messages::getString)
                .filter(message -> !message.contains("$"))
                .map(message -> message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1))
                .toList();
    }

    @Test
    void the_book_tells_what_the_source_says() {
        PhraseBookCheck check = PhraseBookCheck.of("zh")
                .withSource(Path.of("../kernel/src/main/java"))
                .withSource(Path.of("../persistence/src/main/java"))
                .saidBy("Problem.of", "Refused")
                .saidElsewhere(ofValidator());

        assertThat(check.faults()).isEmpty();
    }
}
