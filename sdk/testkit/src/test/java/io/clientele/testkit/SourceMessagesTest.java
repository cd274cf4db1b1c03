package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMessagesTest {
    @TempDir
    Path folder;

    private SourceMessages of(String source, String... calls) throws IOException {
        Files.writeString(folder.resolve("Source.java"), "class Source { void says() { " + source + "}}");
        return new SourceMessages(List.of(folder), Set.of(calls));
    }

    @Test
    void texts_are_put_together_and_values_are_holes() throws IOException {
        SourceMessages source = of(
                """
                throw new ConflictException("too-many", "There are " + MOST
                        + " views " // already: "no"
                        + "already");
                throw new InvalidInputException(List.of(new Violation("/a,b", "is \\"odd\\", so\\u0021")));
                """);

        assertThat(source.messages()).containsExactlyInAnyOrder("There are \0 views already", "is \"odd\", so!");
        assertThat(source.titles()).contains("Too many");
    }

    @Test
    void each_branch_of_a_question_is_a_message() throws IOException {
        SourceMessages source = of(
                """
                throw new UnavailableException(
                        first ? "One is away" : second ? "Two are away" : others(a ? "x" : "y") + " are away", SOON);
                throw new ConflictException("t", "He " + (late ? "was " : "is ") + "here");
                """);

        assertThat(source.messages())
                .containsExactlyInAnyOrder("One is away", "Two are away", "\0 are away", "He was here", "He is here");
    }

    @Test
    void what_exceptions_say_by_themselves_is_part_of_it() throws IOException {
        SourceMessages source = of(
                """
                new NotFoundException("view", id < 0 ? "of this id" : id);
                new ForbiddenException(READ + " for all");
                new InvalidInputException(pointer, reason(e));
                """);

        assertThat(source.messages())
                .containsExactlyInAnyOrder(
                        "There is no view of this id", "There is no view \0", "This needs the permission \0 for all");
    }

    @Test
    void calls_that_are_named_say_messages_too() throws IOException {
        SourceMessages source = of(
                """
                faults.add("/name", "is missing here");
                cells.add("select one of");
                fault(at, "an odd sign " + sign);
                add("/x", "without a receiver");
                """,
                "faults.add",
                "fault",
                "this.add");

        assertThat(source.messages())
                .containsExactlyInAnyOrder("is missing here", "an odd sign \0", "without a receiver");
    }
}
