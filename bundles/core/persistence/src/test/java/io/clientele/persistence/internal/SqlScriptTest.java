package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void statements_end_at_semicolons_and_at_the_end() {
        assertThat(SqlScript.statements(" a ; b;;\n ; c ")).containsExactly("a", "b", "c");
    }

    @Test
    void semicolons_in_strings_and_quoted_names_do_not_count() {
        assertThat(SqlScript.statements("a 'it''s; ok'; b \"x;y\"; c E'\\';' ; d 'e\\'; f"))
                .containsExactly("a 'it''s; ok'", "b \"x;y\"", "c E'\\';'", "d 'e\\'", "f");
    }

    @Test
    void semicolons_in_comments_do_not_count_and_comments_alone_are_nothing() {
        assertThat(SqlScript.statements("-- one; two\na; /* b; /* c; */ d; */ -- e;"))
                .containsExactly("-- one; two\na");
    }

    @Test
    void a_carriage_return_ends_a_comment_as_it_does_for_the_databases() {
        assertThat(SqlScript.statements("-- one\rcreate table a (b int); -- two\rselect 1"))
                .containsExactly("-- one\rcreate table a (b int)", "-- two\rselect 1");
    }

    @Test
    void semicolons_in_dollar_quotes_do_not_count() {
        assertThat(SqlScript.statements("do $$ a; $ b; $$; do $x$ c; $$ d; $x$; select $1; e$f; g"))
                .containsExactly("do $$ a; $ b; $$", "do $x$ c; $$ d; $x$", "select $1", "e$f", "g");
    }

    @Test
    void what_is_left_open_runs_to_the_end() {
        assertThat(SqlScript.statements("a 'b; c")).containsExactly("a 'b; c");
        assertThat(SqlScript.statements("a /* b; c")).containsExactly("a /* b; c");
        assertThat(SqlScript.statements("a $$ b; c")).containsExactly("a $$ b; c");
    }
}
