package io.clientele.rest.internal;

import io.clientele.kernel.Network;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, bounded in every direction: threads, waiting requests, headers, silence. */
public final class JettyServer {
    private static final int MIN_THREADS = 4;
    private static final int SPARE_THREADS = 6;
    private static final int COMPRESS_FROM = 1024;
    private static final int STOP_MILLIS = 5000;

    private final Server server;
    private final ServerConnector connector;

    /** Where and how much.
     *
     * @param threads how many requests are served at once
     * @param queued how many more wait before the next is answered 503
     * @param idle how long a connection may be silent
     * @param trustedProxies who may tell for whom a request is made
     */
    public record Settings(
            String host,
            int port,
            int threads,
            int queued,
            int headerBytes,
            Duration idle,
            List<Network> trustedProxies) {}

    public JettyServer(Settings settings, Front front) {
        QueuedThreadPool pool = new QueuedThreadPool(settings.threads() + SPARE_THREADS, MIN_THREADS);
        pool.setName("clientele-http");
        server = new Server(pool);
        server.setStopTimeout(STOP_MILLIS);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http(settings)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.setAcceptQueueSize(settings.queued());
        server.addConnector(connector);
        server.setErrorHandler(new ServerProblems(front.phrases()));
        server.setHandler(new AnswerHeaders(new Admission(settings, compressed(context(front)))));
    }

    private static HttpConfiguration http(Settings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(settings.headerBytes());
        http.setUriCompliance(UriCompliance.DEFAULT);
        if (!settings.trustedProxies().isEmpty()) {
            http.addCustomizer(new ForwardedSender(settings.trustedProxies()));
        }
        return http;
    }

    private static Handler compressed(Handler next) {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(COMPRESS_FROM);
        CompressionHandler handler = new CompressionHandler(next);
        handler.putCompression(gzip);
        handler.putConfiguration(
                "/*",
                CompressionConfig.builder()
                        .compressIncludeMimeType("application/json")
                        .compressIncludeMimeType("application/problem+json")
                        .compressIncludeMimeType("text/csv")
                        .compressIncludeMimeType("text/plain")
                        .compressIncludeMimeType("text/html")
                        .compressIncludeMimeType("text/css")
                        .compressIncludeMimeType("text/javascript")
                        .compressIncludeMimeType("image/svg+xml")
                        .compressIncludeMimeType("application/manifest+json")
                        .decompressExcludePath("/*")
                        .build());
        return handler;
    }

    private static Handler context(Front front) {
        ServletContextHandler context =
                new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS | ServletContextHandler.NO_SECURITY);
        ServletHolder holder = new ServletHolder("front", front);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        context.addServlet(holder, "/*");
        context.setErrorHandler(new ServerProblems(front.phrases()));
        return context;
    }

    public void start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jetty finds its own services through the thread's loader.
        thread.setContextClassLoader(Server.class.getClassLoader());
        try {
            LifeCycle.start(server);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The address it answers at, with the port that was really taken. */
    public URI uri() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    public void stop() {
        LifeCycle.stop(server);
    }
}
