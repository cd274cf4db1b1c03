package io.clientele.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.modules.ChangeKind;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.rest.Route;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

class RefusalsTest {
    private static final String SCRIPTS = "META-INF/clientele/migrations/";

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() throws BundleException {
        rig = new Rig(folder, TestDatabase.H2);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_path_that_another_module_or_the_platform_serves_is_refused_with_the_name_of_who_has_it() {
        rig.installed(serving("visits", "/api/v1/visits/{id}"));
        rig.served.put("io.clientele.registry", new Route("GET", "/api/v1/customers", "/api/v1/customers/{id}", null));

        assertThat(ofInstalling(serving("rivals", "/api/v1/visits/{visit}/")))
                .containsExactly("/api/v1/visits/{visit} is served by the module visits");
        assertThat(ofInstalling(serving("others", "/api/v1/customers")))
                .containsExactly("/api/v1/customers is served by the platform, by io.clientele.registry");
        assertThat(ofInstalling(serving("others", "/api/v1/customers/{id}/visits")))
                .isEmpty();
    }

    @Test
    void the_bundle_of_another_module_is_refused() {
        rig.installed(ModuleJar.of("visits", "1.0.0"));

        assertThat(ofInstalling(ModuleJar.of("foo", "5.0.0").header("Bundle-SymbolicName", "io.example.visits")))
                .containsExactly("foo 5.0.0 is the bundle io.example.visits, which is that of the module visits");
    }

    @Test
    void another_archive_of_the_same_version_is_refused_as_that() {
        Archive one = rig.installed(ModuleJar.of("visits", "5.0.0"));
        Archive other = rig.add(ModuleJar.of("visits", "5.0.0").entry("more.txt", "x"));

        assertThat(of(ChangeKind.UPDATE, new Editions("visits", one, other)))
                .containsExactly("another 5.0.0 is installed; give the archive a higher version");
    }

    @Test
    void a_migration_that_was_edited_or_comes_before_one_that_ran_is_refused() {
        Archive from = rig.installed(ModuleJar.of("visits", "1.0.0")
                .entry(SCRIPTS + "V001__x.sql", "create table visits_x (a int)")
                .entry(SCRIPTS + "V003__z.sql", "create table visits_z (a int)"));
        rig.ran(from, 1, from.checksum(1).orElseThrow(), null);
        rig.ran(from, 3, from.checksum(3).orElseThrow(), null);
        Archive to = rig.add(ModuleJar.of("visits", "2.0.0")
                .entry(SCRIPTS + "V001__x.sql", "create table visits_x (a bigint)")
                .entry(SCRIPTS + "V002__y.sql", "create table visits_y (a int)")
                .entry(SCRIPTS + "U002__y.sql", "drop table if exists visits_y")
                .entry(SCRIPTS + "V003__z.sql", "create table visits_z (a int)"));

        assertThat(of(ChangeKind.UPDATE, new Editions("visits", from, from)))
                .containsExactly("visits 1.0.0 is installed already");
        assertThat(of(ChangeKind.UPDATE, new Editions("visits", from, to)))
                .containsExactly(
                        "V001 of visits 2.0.0 has been edited since it ran; put the old text back and add a new migration",
                        "V002 of visits 2.0.0 comes before V003, which has run already; give it a higher number");
    }

    @Test
    void a_migration_without_a_text_for_the_database_is_refused_before_anything_is_touched() {
        assertThat(ofInstalling(ModuleJar.of("visits", "1.0.0")
                        .entry(SCRIPTS + "V001__x.postgresql.sql", "create table visits_x (a int)")))
                .containsExactly("V001__x of visits 1.0.0 has no text for H2; add one, or one for all databases");
    }

    @Test
    void what_another_version_of_a_package_is_needed_for_is_told_with_the_one_that_is_here() {
        assertThat(ofInstalling(ModuleJar.of("visits", "1.0.0")
                        .header("Import-Package", "java.lang,jakarta.ws.rs;version=\"[9,10)\"")))
                .containsExactly("visits 1.0.0 needs jakarta.ws.rs [9,10), which nothing here offers");
        assertThat(ofInstalling(ModuleJar.of("visits", "1.0.0")
                        .header("Import-Package", "org.osgi.framework;version=\"[3,4)\"")))
                .hasSize(1)
                .first()
                .asString()
                .matches("visits 1.0.0 needs org.osgi.framework \\[3,4\\); here is 1\\.\\d+\\.0");
    }

    private List<String> ofInstalling(ModuleJar jar) {
        Archive archive = rig.add(jar);
        return of(ChangeKind.INSTALL, new Editions(archive.name(), null, archive));
    }

    private List<String> of(ChangeKind kind, Editions editions) {
        return rig.refusals().of(Wish.of(kind, editions.module()), editions);
    }

    private static ModuleJar serving(String name, String path) {
        return ModuleJar.of(name, "1.0.0")
                .source(
                        "io.example." + name + ".Served",
                        "package io.example." + name + "; @jakarta.ws.rs.Path(\"" + path
                                + "\") public class Served {}");
    }
}
