package io.clientele.modules.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import io.clientele.modules.internal.archive.ManifestPolicy.PlatformPackages;
import io.clientele.modules.internal.store.ArchiveStore;
import io.clientele.testkit.HostileArchives;
import io.clientele.testkit.HostileArchives.Case;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.Signer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Version;

class ArchiveCheckTest {
    private static final PlatformPackages PLATFORM = new PlatformPackages() {
        @Override
        public boolean exports(String name) {
            return name.equals("io.clientele.kernel");
        }

        @Override
        public boolean isBundle(String symbolicName) {
            return symbolicName.equals("io.clientele.rest");
        }
    };
    private static final ManifestPolicy POLICY =
            new ManifestPolicy(List.of("org.slf4j", "jakarta.ws.rs.*", "io.clientele.rest"), PLATFORM);
    private static final Signer MAKER = HostileArchives.known().get(0);
    private static final Trust TRUST = new Trust(
            () -> HostileArchives.known().stream().map(Signer::certificate).toList(), Clock.systemUTC());

    @TempDir
    Path folder;

    static List<Case> corpus() {
        return HostileArchives.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void a_broken_or_malicious_archive_is_refused_and_nothing_is_left_of_it(Case each) throws IOException {
        ArchiveStore store = store(TRUST);

        assertThatThrownBy(() -> store.add(new ByteArrayInputStream(each.archive())))
                .isInstanceOf(ConflictException.class)
                .hasMessageStartingWith("The archive is refused: ")
                .hasMessageContaining(each.reason());

        assertThat(files()).isEmpty();
    }

    @Test
    void the_corpus_is_large_enough() {
        assertThat(HostileArchives.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void a_good_archive_is_kept_under_its_digest_with_what_it_says() throws IOException {
        byte[] bytes = MAKER.sign(notes().bytes());

        Archive archive = store(TRUST).add(new ByteArrayInputStream(bytes));

        assertThat(archive.name()).isEqualTo("notes");
        assertThat(archive.version()).isEqualTo(new Version(1, 0, 0));
        assertThat(archive.signer()).contains("Maker");
        assertThat(archive.paths()).containsExactly("GET /api/v1/notes/{id}", "POST /api/v1/notes");
        assertThat(archive.permissions()).containsExactly("notes:read", "notes:write");
        assertThat(archive.contents().tables()).containsExactly("notes_note");
        assertThat(archive.contents().screens()).containsExactly("card note", "command go", "page notes");
        assertThat(archive.migrations()).containsExactly(1, 2);
        assertThat(archive.undoable()).containsExactly(2);
        assertThat(archive.contents().needs().packages()).containsOnlyKeys("jakarta.ws.rs", "io.clientele.rest");
        assertThat(files()).containsExactly(archive.sha256() + ".jar");
    }

    @Test
    void a_store_that_is_opened_again_knows_its_archives_and_drops_what_was_cut_off() throws IOException {
        Archive archive = store(TRUST).add(new ByteArrayInputStream(MAKER.sign(notes().bytes())));
        Files.writeString(folder.resolve("incoming1.part"), "half");

        ArchiveStore again = store(TRUST);

        assertThat(again.all()).extracting(Archive::sha256).containsExactly(archive.sha256());
        assertThat(files()).containsExactly(archive.sha256() + ".jar");
    }

    @Test
    void an_archive_that_was_altered_in_the_store_is_left_alone() throws IOException {
        Archive archive = store(TRUST).add(new ByteArrayInputStream(MAKER.sign(notes().bytes())));
        Files.write(
                folder.resolve(archive.sha256() + ".jar"),
                MAKER.sign(notes().entry("more.txt", "x").bytes()));

        assertThat(store(TRUST).find(archive.sha256())).isEmpty();
        assertThat(store(TRUST).find("../" + archive.sha256())).isEmpty();
    }

    @Test
    void development_mode_takes_what_nobody_signed_but_not_what_was_altered() {
        ArchiveStore store = store(null);

        assertThat(store.add(new ByteArrayInputStream(notes().bytes())).signer())
                .isNull();
        Case altered = HostileArchives.all().stream()
                .filter(each -> each.name().equals("altered entry"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> store.add(new ByteArrayInputStream(altered.archive())))
                .isInstanceOf(ConflictException.class);
    }

    private static ModuleJar notes() {
        return ModuleJar.of("notes", "1.0.0")
                .header(
                        "Import-Package",
                        "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest,org.slf4j;resolution:=optional")
                .entry(
                        "META-INF/clientele/screens.json",
                        """
                        {"api": 1, "texts": {"en": "en.json"}, "contributions": [
                          {"kind": "page", "name": "notes", "path": "notes", "module": "notes.js", "title": {"en": "Notes"}},
                          {"kind": "command", "name": "go", "path": "notes", "title": {"en": "Go"}},
                          {"kind": "card", "name": "note", "place": "customer", "module": "notes.js", "title": {"en": "Note"}}]}""")
                .entry("META-INF/clientele/web/en.json", "{}")
                .entry("META-INF/clientele/web/notes.js", "")
                .entry("META-INF/clientele/migrations/V001__notes.sql", "create table notes_note (id int)")
                .entry("META-INF/clientele/migrations/V002__more.sql", "alter table notes_note add column x int")
                .entry("META-INF/clientele/migrations/U002__more.sql", "alter table notes_note drop column if exists x")
                .source(
                        "io.example.notes.Notes",
                        """
                        package io.example.notes;
                        import io.clientele.rest.Requires;
                        import jakarta.ws.rs.*;
                        @Path("/api/v1/notes/")
                        public class Notes {
                            @GET @Path("{id}") @Requires("notes:read")
                            public String read(@PathParam("id") String id) { return id; }
                            @POST @Requires("notes:write")
                            public String add(String text) { return text; }
                        }""");
    }

    private ArchiveStore store(@org.jspecify.annotations.Nullable Trust trust) {
        ArchiveCheck check = new ArchiveCheck(Limits.DEFAULT, POLICY, trust);
        return new ArchiveStore(folder, check, new ArchiveCheck(Limits.DEFAULT, POLICY, null));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
