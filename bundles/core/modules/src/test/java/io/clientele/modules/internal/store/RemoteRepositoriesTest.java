package io.clientele.modules.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.modules.ModuleRepository;
import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.modules.internal.archive.Limits;
import io.clientele.modules.internal.archive.ManifestPolicy;
import io.clientele.modules.internal.archive.Trust;
import io.clientele.modules.internal.store.RemoteRepositories.Terms;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRepositoriesTest {
    private static final Signer MAKER = Signer.create("CN=Maker,O=Example");
    private static final String LIST = "/modules/features.xml";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-29T08:00:00Z"));
    private House house;
    private @Nullable RemoteRepositories repositories;

    RemoteRepositoriesTest() throws IOException {
        house = new House();
    }

    @BeforeEach
    void trust_the_house() throws IOException {
        Path trusted = Files.createDirectories(folder.resolve("trusted-hosts"));
        Files.writeString(trusted.resolve("house.pem"), House.CERTIFICATE.pem());
    }

    @AfterEach
    void close() {
        if (repositories != null) {
            repositories.close();
        }
        house.close();
    }

    @Test
    void what_a_list_on_another_host_names_is_on_offer() {
        house.list("notes-1.0.0.jar", house.address("/other/sales.jar"));
        house.put("/modules/notes-1.0.0.jar", signed("notes", "1.0.0"));
        house.put("/other/sales.jar", signed("sales", "2.0.0"));

        ModuleRepository state = read(house.address(LIST)).get(0);

        assertThat(state).isEqualTo(new ModuleRepository(house.address(LIST), 2, clock.instant(), null));
        assertThat(offers()).containsExactly("house notes 1.0.0", "house sales 2.0.0");
    }

    @Test
    void what_did_not_change_is_not_sent_again_and_what_changed_is() {
        house.list("notes.jar", "sales.jar");
        house.put("/modules/notes.jar", signed("notes", "1.0.0"));
        house.put("/modules/sales.jar", signed("sales", "1.0.0"));
        read(house.address(LIST));
        house.sent.clear();

        house.put("/modules/sales.jar", signed("sales", "1.1.0"));
        readAgain();

        assertThat(house.sent).containsExactly("304 " + LIST, "304 /modules/notes.jar", "200 /modules/sales.jar");
        assertThat(offers()).containsExactly("house notes 1.0.0", "house sales 1.1.0");
    }

    @Test
    void a_host_that_is_down_is_named_keeps_its_offers_and_holds_up_nobody() throws IOException {
        house.list("notes.jar");
        house.put("/modules/notes.jar", signed("notes", "1.0.0"));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String deaf = "https://127.0.0.1:" + silent.getLocalPort() + "/features.xml";

            RemoteRepositories opened = open(Duration.ofMinutes(5), deaf, house.address(LIST));

            await(() -> offers().equals(List.of("house notes 1.0.0")));
            assertThat(opened.states().get(0).problem()).isEqualTo("it has not been asked yet");
        }
        house.close();
        clock.forward(Duration.ofMinutes(1));
        await(() -> states().get(1).problem() != null);

        assertThat(states().get(1).problem()).isEqualTo("the host does not accept connections");
        assertThat(offers()).containsExactly("house notes 1.0.0");
    }

    @Test
    void a_host_that_does_not_answer_is_given_up_in_time() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            open(Duration.ofSeconds(1), "https://127.0.0.1:" + silent.getLocalPort() + "/features.xml");

            await(() -> !"it has not been asked yet".equals(states().get(0).problem()));
        }

        assertThat(states().get(0).problem()).isEqualTo("it was not read within 1 s");
    }

    @Test
    void a_list_leads_to_no_other_host_port_or_scheme() throws IOException {
        try (House other = new House()) {
            other.put("/notes.jar", signed("notes", "1.0.0"));
            house.list(other.address("/notes.jar"), "http://127.0.0.1/x.jar", "//10.0.0.1/x.jar", "file:///etc/passwd");

            ModuleRepository state = read(house.address(LIST)).get(0);

            assertThat(state.problem()).isNotNull().satisfies(problem -> assertThat(problem.split("; "))
                    .hasSize(4)
                    .allMatch(each -> each.endsWith("it is not on the host of its list")));
            assertThat(other.sent).isEmpty();
            assertThat(offers()).isEmpty();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        try (House other = new House()) {
            other.put("/notes.jar", signed("notes", "1.0.0"));
            house.list("notes.jar");
            house.redirect("/modules/notes.jar", other.address("/notes.jar"));

            assertThat(read(house.address(LIST)).get(0).problem()).isEqualTo("notes.jar: it answers 302");

            assertThat(other.sent).isEmpty();
        }
    }

    @Test
    void what_nobody_trusted_signed_or_is_too_long_is_not_on_offer_and_the_rest_is() throws IOException {
        house.list("unsigned.jar", "missing.jar", "notes.jar");
        house.put("/modules/unsigned.jar", ModuleJar.of("sales", "1.0.0").bytes());
        house.put("/modules/notes.jar", signed("notes", "1.0.0"));
        house.put("/long.xml", new byte[(1 << 20) + 1]);

        List<ModuleRepository> states = read(house.address(LIST), house.address("/long.xml"));

        assertThat(states.get(0).problem())
                .contains("unsigned.jar is no archive that may be installed", "missing.jar: it answers 404");
        assertThat(states.get(1).problem()).contains("longer than 1048576 bytes");
        assertThat(offers()).containsExactly("house notes 1.0.0");
        try (Stream<Path> left = Files.walk(folder.resolve("remote"))) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void a_host_whose_certificate_nobody_trusts_is_not_read() throws IOException {
        Files.delete(folder.resolve("trusted-hosts/house.pem"));
        house.list();

        assertThat(read(house.address(LIST)).get(0).problem()).startsWith("no secure connection could be made");
    }

    @Test
    void an_address_without_encryption_with_a_password_or_without_sense_is_not_read() {
        List<ModuleRepository> states =
                read("http://127.0.0.1/features.xml", "https://me:secret@127.0.0.1/", "https://a b/");

        assertThat(states)
                .extracting(ModuleRepository::problem)
                .containsExactly(
                        "only https addresses without a user are read",
                        "only https addresses without a user are read",
                        "it is no address");
        assertThat(states.toString()).doesNotContain("secret");
    }

    private RemoteRepositories open(Duration patience, String... lists) {
        Trust trust = new Trust(() -> List.of(MAKER.certificate()), Clock.systemUTC());
        ArchiveCheck admission =
                new ArchiveCheck(Limits.DEFAULT, new ManifestPolicy(List.of(), new NoPlatform()), trust);
        Terms terms =
                new Terms(folder.resolve("remote"), folder.resolve("trusted-hosts"), patience, Duration.ofHours(1));
        RemoteRepositories opened = new RemoteRepositories(List.of(lists), terms, admission, clock);
        repositories = opened;
        return opened;
    }

    private List<ModuleRepository> read(String... lists) {
        open(PATIENCE, lists);
        await(() -> states().stream().noneMatch(state -> "it has not been asked yet".equals(state.problem())));
        return states();
    }

    private void readAgain() {
        clock.forward(Duration.ofMinutes(1));
        await(() -> clock.instant().equals(states().get(0).readAt()));
    }

    private List<ModuleRepository> states() {
        return repositories == null ? List.of() : repositories.states();
    }

    private List<String> offers() {
        return repositories == null
                ? List.of()
                : repositories.offers().stream()
                        .map(offer -> offer.repository() + " " + offer.archive())
                        .toList();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static byte[] signed(String name, String version) {
        return MAKER.sign(ModuleJar.of(name, version).entry("note.txt", version).bytes());
    }
}
