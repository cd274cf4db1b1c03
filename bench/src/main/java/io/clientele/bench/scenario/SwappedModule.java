package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.server.Api;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.Signer;
import java.util.function.Function;

/** A small module with a table and a resource that comes in two versions, and whoever installs it. */
final class SwappedModule {
    private static final String MODULES = "/api/v1/modules";
    private static final String TYPE = "io.example.swapped.Version";

    private final Api admin;
    private final String older;
    private final String newer;

    /** Brings both versions to the server. */
    SwappedModule(Api admin, Signer signer) {
        this(admin, signer, SwappedModule::jar);
    }

    private SwappedModule(Api admin, Signer signer, Function<String, ModuleJar> jars) {
        this.admin = admin;
        this.older = upload(signer, jars.apply("1.0.0"));
        this.newer = upload(signer, jars.apply("1.1.0"));
    }

    /** The same with a page, which says its version. */
    static SwappedModule withPage(Api admin, Signer signer) {
        return new SwappedModule(admin, signer, version -> jar(version)
                .entry(
                        "META-INF/clientele/screens.json",
                        """
                        {"api": 1, "name": {"en": "Swapped"}, "contributions": [
                          {"kind": "page", "name": "swapped", "path": "swapped", "module": "swapped.js", "icon": "repeat",
                           "title": {"en": "Swapped"}, "group": "customers", "order": 90}]}""")
                .entry(
                        "META-INF/clientele/web/swapped.js",
                        """
                        import {Screen, html} from '@clientele/ui';
                        export default class Swapped extends Screen {
                          render() { return html`<cl-page heading="Swapped %s"></cl-page>`; }
                        }"""
                                .formatted(version)));
    }

    private String upload(Signer signer, ModuleJar jar) {
        byte[] archive = signer.sign(jar.bytes());
        return admin.post(MODULES + "/archives", archive, "application/java-archive")
                .path("sha256")
                .asText();
    }

    private static ModuleJar jar(String version) {
        return ModuleJar.of("swapped", version)
                .header("Import-Package", "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest;version=\"[1,2)\"")
                .source(
                        TYPE,
                        """
                        package io.example.swapped;
                        @jakarta.ws.rs.Path("/api/v1/swapped")
                        public class Version {
                            @jakarta.ws.rs.GET @io.clientele.rest.Public
                            public String version() { return "%s"; }
                        }"""
                                .formatted(version))
                .resource(TYPE)
                .entry(
                        "META-INF/clientele/migrations/V001__swapped.sql",
                        "create table swapped_row (id int primary key);");
    }

    /** Each returns for how many milliseconds the module's own paths were away. */
    long install() {
        return change("install", Api.object().put("sha256", older));
    }

    long update() {
        return change("update", Api.object().put("sha256", newer));
    }

    /** The older version in the place of the newer. */
    long rollBack() {
        return change("rollback", Api.object());
    }

    long uninstall() {
        return change("uninstall", Api.object());
    }

    private long change(String kind, ObjectNode body) {
        JsonNode done = admin.post(MODULES + "/swapped/" + kind, body);
        if (!done.path("outcome").asText().equals("done")) {
            throw new IllegalStateException(kind + " ended with " + done);
        }
        return done.path("awayMillis").asLong();
    }

    /** Lets the server look for what holds on to versions that went. */
    void awaitCollection() {
        admin.post(MODULES + "/leaks/check", Api.object());
    }
}
