package io.clientele.inside;

import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.nio.file.Files;

/** A small module, signed by somebody whom the distribution trusts. */
final class GreeterModule {
    static final String NAME = "greeter";
    static final String SYMBOLIC_NAME = "io.example.greeter";

    /** The system property that says where the archive lies. */
    static final String ARCHIVE = "clientele.greeter";

    private GreeterModule() {}

    /** Makes the archive and lets {@code distribution} trust its signer. */
    static void bring(Distribution distribution) throws IOException {
        Signer signer = Signer.create("CN=Maker,O=Example");
        distribution.write("etc/trusted/maker.pem", signer.pem());
        byte[] archive = signer.sign(ModuleJar.of(NAME, "1.0.0")
                .header("Import-Package", "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest;version=\"[1,2)\"")
                .header("Export-Package", SYMBOLIC_NAME)
                .source(SYMBOLIC_NAME + ".Greeter", source())
                .resource(SYMBOLIC_NAME + ".Greeter")
                .bytes());
        System.setProperty(
                ARCHIVE,
                Files.write(distribution.home().resolve("greeter.jar"), archive).toString());
    }

    private static String source() {
        return """
                package io.example.greeter;
                import io.clientele.rest.Public;
                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Path;
                @Path("/api/v1/greetings")
                public class Greeter {
                    @GET @Public public String greet() { return "hello"; }
                }""";
    }
}
