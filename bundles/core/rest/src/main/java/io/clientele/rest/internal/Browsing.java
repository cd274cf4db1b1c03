package io.clientele.rest.internal;

import io.clientele.rest.spi.WebFile;
import io.clientele.rest.spi.WebFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Hands out the files that other bundles have for browsers. */
final class Browsing {
    private final List<WebFiles> sources = new CopyOnWriteArrayList<>();

    void add(WebFiles source) {
        sources.add(source);
    }

    void remove(WebFiles source) {
        sources.remove(source);
    }

    /** Whether somebody has a file at this path. */
    boolean has(String path) {
        return sources.stream().anyMatch(source -> source.find(path).isPresent());
    }

    /** Sends the file at this path, or returns false if nobody has one. */
    boolean answers(String path, Call call) throws IOException {
        for (WebFiles source : sources) {
            Optional<WebFile> file = source.find(path);
            if (file.isPresent()) {
                send(file.get(), call);
                return true;
            }
        }
        return false;
    }

    private static void send(WebFile file, Call call) throws IOException {
        HttpServletResponse response = call.response;
        file.headers().forEach(response::setHeader);
        String tag = file.headers().get("ETag");
        if (tag != null && isKnown(tag, call.request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            return;
        }
        response.setStatus(file.status());
        response.setContentLength(file.content().remaining());
        Channels.newChannel(response.getOutputStream()).write(file.content().duplicate());
    }

    /** Compressed on the way, the tag of a file is sent with a suffix. */
    private static boolean isKnown(String tag, @Nullable String known) {
        return known != null && known.contains(tag.substring(0, tag.length() - 1));
    }
}
