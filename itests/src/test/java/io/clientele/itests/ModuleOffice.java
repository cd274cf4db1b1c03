package io.clientele.itests;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An administrator who installs modules on a server that trusts one signer. */
record ModuleOffice(Server server, Api admin, Signer signer) {
    static ModuleOffice on(Server server) {
        Signer signer = Signer.create("CN=Maker,O=Example");
        trust(server, signer);
        return new ModuleOffice(server, Api.signIn(server, "admin", server.firstPassword()), signer);
    }

    private static void trust(Server server, Signer signer) {
        try {
            Path folder = Files.createDirectories(server.home().resolve("etc/trusted"));
            Files.writeString(folder.resolve("maker.pem"), signer.pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings an archive to the server; the answer holds its digest. */
    Answer upload(byte[] archive) {
        return admin.send(
                "POST",
                "/api/v1/modules/archives",
                BodyPublishers.ofByteArray(archive),
                Map.of("Content-Type", "application/java-archive"));
    }

    Answer install(ModuleJar jar) {
        return install(jar.bytes());
    }

    /** Signs and installs an archive that was built elsewhere. */
    Answer install(byte[] jar) {
        return change("install", jar);
    }

    Answer update(ModuleJar jar) {
        return change("update", jar.bytes());
    }

    private Answer change(String kind, byte[] jar) {
        Answer uploaded = upload(signer.sign(jar));
        if (uploaded.status() != 201) {
            throw new IllegalStateException(uploaded.raw().body());
        }
        return admin.post(
                "/api/v1/modules/" + uploaded.text("name") + "/" + kind, Map.of("sha256", uploaded.text("sha256")));
    }

    Answer change(String kind) {
        return admin.post("/api/v1/modules/notes/" + kind, Map.of());
    }

    Answer module() {
        return admin.get("/api/v1/modules/notes");
    }

    /** What the module answers: its version, or the status if that is not 200. */
    String served() {
        Answer answer = Api.anonymous(server).get(NotesModule.ROOT);
        return answer.status() == 200 ? answer.text("version") : Integer.toString(answer.status());
    }
}
