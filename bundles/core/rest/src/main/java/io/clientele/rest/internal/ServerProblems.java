package io.clientele.rest.internal;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the server refuses before any of our code sees it is a problem like the others. */
final class ServerProblems extends ErrorHandler {
    private final Phrases phrases;

    ServerProblems(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        Problem problem = Problem.of(status, null);
        String traceId = response.getHeaders().get("X-Trace-Id");
        if (traceId == null) {
            traceId = TraceIds.of(request.getHeaders().get("traceparent"));
            response.getHeaders().put("X-Trace-Id", traceId);
        }
        AnswerHeaders.put(response.getHeaders());
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (status == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        Speech speech = phrases.speechFor(language(request));
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, speech.language());
        response.getHeaders().ensureField(new HttpField(HttpHeader.VARY, Speech.ACCEPT_LANGUAGE));
        byte[] body = problem.toBytes(speech, path(request), traceId);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static @Nullable String language(Request request) {
        List<String> said = request.getHeaders().getValuesList(HttpHeader.ACCEPT_LANGUAGE);
        return said.isEmpty() ? null : String.join(",", said);
    }

    private static @Nullable String path(Request request) {
        return request.getHttpURI() == null ? null : request.getHttpURI().getPath();
    }

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
        return true;
    }
}
