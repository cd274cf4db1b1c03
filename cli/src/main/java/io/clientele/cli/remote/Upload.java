package io.clientele.cli.remote;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.Map;

/** Something to import: its kind and name, the content, and what overrides the server's guess about it. */
public record Upload(String kind, String name, BodyPublisher content, Map<String, String> overrides) {
    public Upload {
        overrides = Map.copyOf(overrides);
    }
}
