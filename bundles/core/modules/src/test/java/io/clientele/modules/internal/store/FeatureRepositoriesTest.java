package io.clientele.modules.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.modules.internal.archive.Limits;
import io.clientele.modules.internal.archive.ManifestPolicy;
import io.clientele.modules.internal.archive.Trust;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureRepositoriesTest {
    private static final Signer SIGNER = Signer.create("CN=Maker,O=Example");

    @TempDir
    Path folder;

    private FeatureRepositories repositories;

    @BeforeEach
    void read_one_list() {
        Trust trust = new Trust(() -> List.of(SIGNER.certificate()), Clock.systemUTC());
        ArchiveCheck admission =
                new ArchiveCheck(Limits.DEFAULT, new ManifestPolicy(List.of(), new NoPlatform()), trust);
        repositories =
                new FeatureRepositories(List.of(folder.resolve("features.xml")), folder.resolve("system"), admission);
    }

    @Test
    void what_is_not_there_offers_nothing() {
        assertThat(repositories.offers()).isEmpty();
    }

    @Test
    void a_feature_of_one_fit_archive_is_on_offer() throws IOException {
        list(feature("notes", "notes.jar"));
        Files.write(folder.resolve("notes.jar"), signed("notes", "1.0.0"));

        assertThat(repositories.offers())
                .extracting(FeatureRepositoriesTest::told)
                .containsExactly("house notes 1.0.0");
    }

    @Test
    void a_maven_location_leads_below_its_folder() throws IOException {
        list(feature("notes", "mvn:io.example/notes/1.0.0"));
        Path file = folder.resolve("system/io/example/notes/1.0.0/notes-1.0.0.jar");
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, signed("notes", "1.0.0"));

        assertThat(repositories.offers()).extracting(Offer::file).containsExactly(file);
    }

    @Test
    void what_changes_is_read_anew() throws IOException {
        list(feature("notes", "notes.jar"));
        Files.write(folder.resolve("notes.jar"), signed("notes", "1.0.0"));
        repositories.offers();

        Files.write(folder.resolve("notes.jar"), signed("notes", "1.10.0"));

        assertThat(repositories.offers())
                .extracting(FeatureRepositoriesTest::told)
                .containsExactly("house notes 1.10.0");
    }

    @Test
    void what_nobody_signed_is_missing_or_consists_of_two_bundles_is_not_on_offer() throws IOException {
        Files.write(
                folder.resolve("unsigned.jar"),
                ModuleJar.of("unsigned", "1.0.0").bytes());
        Files.write(folder.resolve("notes.jar"), signed("notes", "1.0.0"));
        list(feature("unsigned", "unsigned.jar")
                + feature("missing", "missing.jar")
                + "<feature name='two'><bundle>notes.jar</bundle><bundle>notes.jar</bundle></feature>");

        assertThat(repositories.offers()).isEmpty();
    }

    @Test
    void a_list_with_a_document_type_is_not_read() throws IOException {
        Files.write(folder.resolve("notes.jar"), signed("notes", "1.0.0"));
        Files.writeString(
                folder.resolve("features.xml"),
                "<!DOCTYPE features [<!ENTITY n 'notes.jar'>]><features name='house'>" + feature("notes", "&n;")
                        + "</features>");

        assertThat(repositories.offers()).isEmpty();
    }

    private void list(String features) throws IOException {
        Files.writeString(folder.resolve("features.xml"), "<features name='house'>" + features + "</features>");
    }

    private static String feature(String name, String location) {
        return "<feature name='" + name + "'><bundle>" + location + "</bundle></feature>";
    }

    private static byte[] signed(String name, String version) {
        return SIGNER.sign(
                ModuleJar.of(name, version).entry("note.txt", version).bytes());
    }

    private static String told(Offer offer) {
        return offer.repository() + " " + offer.archive();
    }
}
