package io.clientele.rest.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page that shows the operations and lets them be tried. Everything it loads comes from here. */
final class Docs {
    static final String PATH = "/api/docs/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/5.21.0/";
    private static final String OWN = "META-INF/clientele/docs/";

    private record Part(String resource, String type) {}

    private static final Map<String, Part> PARTS = Map.of(
            "", new Part(OWN + "index.html", "text/html;charset=utf-8"),
            "start.js", new Part(OWN + "start.js", "text/javascript;charset=utf-8"),
            "swagger-ui.css", new Part(SWAGGER + "swagger-ui.css", "text/css;charset=utf-8"),
            "swagger-ui-bundle.js", new Part(SWAGGER + "swagger-ui-bundle.js", "text/javascript;charset=utf-8"));

    /** Sends the part at this path, or returns false if there is none. */
    boolean answers(String path, HttpServletResponse response) throws IOException {
        Part part = PARTS.get(path.substring(PATH.length()));
        if (part == null) {
            return false;
        }
        try (InputStream in = Docs.class.getClassLoader().getResourceAsStream(part.resource())) {
            if (in == null) {
                return false;
            }
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Cache-Control", "no-cache");
            response.setContentType(part.type());
            in.transferTo(response.getOutputStream());
        }
        return true;
    }
}
