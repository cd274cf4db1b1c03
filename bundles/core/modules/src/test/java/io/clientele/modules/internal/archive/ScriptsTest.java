package io.clientele.modules.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import io.clientele.modules.Modules;
import io.clientele.modules.internal.store.MigrationNotes;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.embedded.Databases;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    private static final String FOLDER = "src/main/resources/META-INF/clientele/migrations";
    private static final Pattern MAKES = Pattern.compile("create table (?:if not exists )?([a-z]+)_");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop all objects",
                "drop schema public cascade",
                "drop user sa",
                "script to '/tmp/stolen.sql'",
                "runscript from '/tmp/stolen.sql'",
                "create alias visits_a for \"java.lang.System.getProperty(java.lang.String)\"",
                "create user visits_u password 'x' admin",
                "create trigger visits_t after insert on registry_customer for each row call \"x\"",
                "create linked table visits_l('org.h2.Driver', 'jdbc:h2:mem:', 'sa', '', 'T')",
                "create function visits_f() returns int as 'select 1' language sql",
                "copy registry_customer to '/tmp/stolen.csv'",
                "set schema information_schema",
                "grant select on registry_customer to public",
                "shutdown immediately",
                "call csvwrite('/tmp/x', 'select 1')",
                "do 'begin end'",
                "select 1"
            })
    void a_statement_that_does_not_change_tables_or_rows_is_refused(String statement) {
        assertThatThrownBy(() -> check(statement))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("holds a statement that begins with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update registry_customer set name = 'x'",
                "update only registry_customer set name = 'x'",
                "update visits_entry set a = 1; update registry_customer set name = 'x'",
                "create table visits_y as select * from registry_customer",
                "create table visits_y (a int, like registry_customer)",
                "create view visits_v as select * from visits_entry e, registry_customer c",
                "create view visits_v as select * from visits_a a join visits_b b on a.x = b.x, registry_customer c",
                "create view visits_v as select (select max(id) from registry_customer) from visits_entry",
                "create view visits_v as table registry_customer",
                "create index visits_i on registry_customer (name)",
                "create index on registry_customer (name)",
                "create index registry_customer on visits_entry (name)",
                "alter table visits_entry add constraint visits_fk foreign key (id) references registry_customer (id)",
                "alter table visits_entry rename to registry_customer",
                "create table visits_y (id int references registry_customer)",
                "drop table visits_entry, registry_customer",
                "drop table if exists \"registry_customer\"",
                "drop index if exists registry_customer",
                "truncate table /* visits_ */ registry_customer",
                "truncate visits_entry, registry_customer",
                "truncate table /* /* */ visits_entry */ registry_customer",
                "delete from -- visits_entry\n registry_customer",
                "delete from -- \r registry_customer",
                "delete from visits_entry using registry_customer c where true",
                "delete from visits_entry where id in (select id from registry_customer)",
                "insert into registry_customer values (1)",
                "insert into public.registry_customer values (1)",
                "insert into visits_entry select extract(year from d) from registry_customer",
                "insert into visits_entry select 1from registry_customer",
                "insert into visits_entry select * from (registry_customer cross join visits_a)",
                "insert into visits_entry select * from lateral registry_customer",
                "insert into visits_entry select 1 union select 2 from registry_customer",
                "merge into registry_customer key (id) values (1)",
                "merge into visits_entry v using registry_customer c on (v.id = c.id) when matched then delete",
                "with x as (delete from registry_customer returning id) insert into visits_entry select id from x",
                "with registry_customer as (select 1) delete from registry_customer",
                "comment on table registry_customer is 'x'",
                "insert into visits_entry values ('a''b'); delete from registry_customer; insert into visits_entry values ('x')"
            })
    void a_statement_that_touches_anothers_table_is_refused_by_its_name(String statement) {
        assertThatThrownBy(() -> check(statement))
                .hasMessageContaining("registry_customer, but the module's tables are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from visits_entry where a = E'\\'' or 1 in (1)",
                "update U&\"visits_entry\" set a = 1",
                "update `visits_entry` set a = 1",
                "insert into visits_entry values ($$;$$)",
                "insert into visits_entry values (1) // and so on",
                "insert into visits_entry values ('x",
                "insert into visits_entry values (1) /* /* */",
                "insert into visits_entry select file_write('x', '/tmp/x')",
                "insert into visits_entry select pg_read_file('/etc/passwd')",
                "create table visits_x () inherits (visits_entry)",
                "create table visits_x (a int) engine \"com.example.Engine\""
            })
    void what_the_databases_read_differently_or_what_reaches_further_is_refused(String statement) {
        assertThatThrownBy(() -> check(statement)).hasMessageStartingWith("The archive is refused: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-- drop table registry_customer",
                "create table if not exists visits_x (id bigint primary key, e_id bigint references visits_entry (id) on delete cascade)",
                "CREATE TABLE \"visits_x\" (id int); comment on column visits_x.id is 'update registry_customer'",
                "create unique index concurrently if not exists visits_i on only visits_entry using btree (lower(name))",
                "create or replace view visits_v as select * from visits_a a left join visits_b b using (id), visits_c c order by 1, 2",
                "create view visits_v as (select a, b from (visits_a cross join visits_b) x union all values (1, 2))",
                "create sequence visits_s start with 1; alter sequence visits_s restart with 5; drop sequence if exists visits_s",
                "alter table if exists visits_entry rename column a to b; alter table visits_entry rename to visits_old",
                "alter table visits_entry alter column a type int using a::int",
                "drop table if exists visits_a, visits_b cascade; drop view if exists visits_v",
                "truncate table visits_a, visits_b",
                "insert into visits_x (a, b) values (1, 'it''s'), (2, \"x\") on conflict (a) do update set b = 1, c = 2",
                "insert into visits_x select trim(both ' ' from a), substring(b from 1 for 2), extract(year from d) from visits_entry e"
                        + " where a is distinct from b and exists (select 1 from visits_y y where y.id = e.id)",
                "insert into visits_x select x from system_range(1, 10) r, visits_y, lateral unnest(a, b) u(c, d)",
                "update visits_x x set a = y.a from visits_y y where y.id = x.id",
                "delete from visits_x using visits_y y where y.id = visits_x.id",
                "merge into visits_x v using (select id, name from visits_y) y on (v.id = y.id)"
                        + " when matched then update set a = 1, b = 2 when not matched then insert (id) values (y.id)",
                "with recursive tree (id, up) as (select id, up from visits_y union all select y.id, y.up from visits_y y, tree t),"
                        + " two as materialized (select 1) insert into visits_x select * from tree join two on true"
            })
    void a_statement_about_the_modules_own_is_taken(String statement) {
        assertThatCode(() -> check(statement)).doesNotThrowAnyException();
    }

    @Test
    void the_scripts_of_our_own_modules_are_taken() throws IOException {
        Map<String, String> segmentation = scripts("../../modules/segmentation");
        Map<String, String> praise = scripts("../../../sdk/example-module");

        Scripts.check("segmentation", segmentation);
        Scripts.check("praise", praise);

        assertThat(segmentation).hasSizeGreaterThan(25);
        assertThat(Scripts.tables("praise", praise)).containsExactly("praise_entry", "praise_moved", "praise_total");
    }

    @Test
    void tables_are_those_that_are_made_or_renamed_and_no_words_of_comments() {
        Map<String, String> scripts = Map.of(
                "V001__x.sql",
                "-- create table visits_never\ncreate table visits_x (a int references visits_y); alter table visits_x rename to visits_z",
                "U001__x.sql",
                "create table visits_again (a int)");

        assertThat(Scripts.tables("visits", scripts)).containsExactly("visits_x", "visits_z");
    }

    @Test
    void two_migrations_of_one_number_are_refused() {
        Map<String, String> scripts = Map.of("V002__x.sql", "", "V2__y.h2.sql", "");

        assertThatThrownBy(() -> Scripts.check("visits", scripts))
                .hasMessageContaining("two migrations have the number V2");
    }

    @Test
    void a_step_has_a_text_for_a_database_if_one_is_for_all_or_for_that() {
        Map<String, String> scripts =
                Map.of("V001__x.sql", "", "V002__y.postgresql.sql", "", "U002__y.h2.sql", "", "V003__z.h2.sql", "");

        assertThat(Scripts.without(scripts, Dialect.H2)).containsExactly("V002__y");
        assertThat(Scripts.without(scripts, Dialect.POSTGRESQL)).containsExactly("U002__y", "V003__z");
    }

    @Test
    void no_module_may_be_called_what_tables_of_the_core_begin_with() throws IOException {
        Set<String> firstWords = new TreeSet<>();
        for (String area : List.of("access", "events", "modules", "persistence", "registry", "rest")) {
            scripts("../" + area).values().forEach(text -> {
                Matcher made = MAKES.matcher(text);
                while (made.find()) {
                    firstWords.add(made.group(1));
                }
            });
        }

        assertThat(firstWords).contains("access", "events", "registry").isSubsetOf(ManifestPolicy.RESERVED);
    }

    @ParameterizedTest
    @EnumSource
    void the_platform_writes_down_the_checksum_that_is_counted_here(TestDatabase kind) throws IOException {
        TestDatabase.Location at = kind.create();
        try (OpenDatabase database = Databases.open(at.url(), at.user(), at.password(), Durability.FAST)) {
            database.migrate("io.clientele.modules", Modules.class);

            Map<Integer, String> known = new MigrationNotes(database.transactions()).checksums("io.clientele.modules");

            assertThat(known)
                    .containsOnly(Map.entry(1, Scripts.checksum(scripts("."), 1).orElseThrow()));
        }
    }

    private static void check(String text) {
        Scripts.check("visits", Map.of("V001__x.sql", text));
    }

    private static Map<String, String> scripts(String bundle) throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        try (var files = Files.list(Path.of(bundle, FOLDER))) {
            files.forEach(file -> scripts.put(file.getFileName().toString(), text(file)));
        }
        return scripts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
