package io.clientele.shell.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The media types of the files that browsers are given; files of other kinds are not. */
final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.of(
            "css", "text/css;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "ico", "image/x-icon",
            "jpg", "image/jpeg",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "png", "image/png",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2");

    private MediaTypes() {}

    static @Nullable String of(String file) {
        return BY_ENDING.get(file.substring(file.lastIndexOf('.') + 1));
    }
}
