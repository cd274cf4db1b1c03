package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Waiting;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The segmentation module as it was built, in a running product. */
final class SegmentationModule {
    static final String SEGMENTS = "/api/v1/segments";
    private static final String MODULES = "/api/v1/modules";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final Api admin;
    private final String sha256;

    private SegmentationModule(Api admin, String sha256) {
        this.admin = admin;
        this.sha256 = sha256;
    }

    /** Brings the archive in and installs it. */
    static SegmentationModule install(Installation product) throws IOException {
        Signer signer = Signer.create("CN=Bench");
        product.distribution().trust(signer.pem());
        byte[] archive = signer.sign(Files.readAllBytes(jar()));
        String sha256 = product.admin()
                .post(MODULES + "/archives", archive, "application/java-archive")
                .path("sha256")
                .asText();
        SegmentationModule module = new SegmentationModule(product.admin(), sha256);
        module.install();
        return module;
    }

    void install() {
        change("install", Api.object().put("sha256", sha256));
    }

    void uninstall() {
        change("uninstall", Api.object());
    }

    private void change(String kind, ObjectNode body) {
        JsonNode done = admin.post(MODULES + "/segmentation/" + kind, body);
        if (!done.path("outcome").asText().equals("done")) {
            throw new IllegalStateException(kind + " of the module ended with " + done);
        }
    }

    /** Waits until every event has been handled. */
    void awaitCaughtUp() {
        boolean unused = Waiting.until("the module's feed", this::caughtUp, PAUSE, DEADLINE);
    }

    private Optional<Boolean> caughtUp() {
        return StreamSupport.stream(admin.get("/api/v1/feeds").path("items").spliterator(), false)
                .filter(feed -> feed.path("name").asText().equals("segmentation"))
                .filter(feed -> feed.path("lag").asLong() == 0
                        && feed.path("state").asText().equals("waiting"))
                .map(feed -> true)
                .findFirst();
    }

    private static Path jar() throws IOException {
        for (String directory :
                new String[] {"bundles/modules/segmentation/target", "../bundles/modules/segmentation/target"}) {
            if (Files.isDirectory(Path.of(directory))) {
                try (Stream<Path> files = Files.list(Path.of(directory))) {
                    Optional<Path> found = files.filter(file -> file.getFileName()
                                    .toString()
                                    .matches("io\\.clientele\\.segmentation-[0-9].*(?<!sources)\\.jar"))
                            .findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
        }
        throw new IllegalStateException("no jar in bundles/modules/segmentation/target; build it first");
    }
}
