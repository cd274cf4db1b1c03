package io.clientele.bench.baseline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Executors;

/**
 * What the product is compared with: the JDK's own HTTP server, one prepared statement per request on a connection per thread, no layers,
 * no authentication, no audit. Written as a competent engineer would in an afternoon; nothing in it is slow on purpose. Arguments: port,
 * JDBC address.
 */
public final class BaselineServer {
    private static final int THREADS = 8;

    private final ThreadLocal<CustomerTable> table;

    private BaselineServer(String url) {
        table = ThreadLocal.withInitial(() -> CustomerTable.open(url));
    }

    /** Serves until the process ends. */
    public static void main(String[] arguments) throws IOException {
        BaselineServer baseline = new BaselineServer(arguments[1]);
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/ready", exchange -> answer(exchange, 200, new byte[0]));
        server.createContext("/customers", baseline::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange);
                case "POST" -> create(exchange);
                case "PUT" -> update(exchange);
                default -> answer(exchange, 405, new byte[0]);
            }
        } catch (SQLException | RuntimeException e) {
            answer(exchange, 500, String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void get(HttpExchange exchange) throws IOException, SQLException {
        String path = exchange.getRequestURI().getPath();
        if (path.length() > "/customers/".length()) {
            Customer customer = table.get().find(id(path));
            if (customer == null) {
                answer(exchange, 404, new byte[0]);
                return;
            }
            exchange.getResponseHeaders().set("ETag", "\"" + customer.version() + "\"");
            answer(exchange, 200, CustomerJson.write(customer));
        } else {
            Query query = Query.parse(exchange.getRequestURI().getRawQuery());
            answer(exchange, 200, CustomerJson.write(table.get().list(query)));
        }
    }

    private void create(HttpExchange exchange) throws IOException, SQLException {
        CustomerTable.Answer customer = table.get().insert(CustomerJson.read(exchange.getRequestBody()));
        exchange.getResponseHeaders().set("Location", "/customers/" + customer.id());
        exchange.getResponseHeaders().set("ETag", "\"" + customer.version() + "\"");
        answer(exchange, 201, customer.json().getBytes(StandardCharsets.UTF_8));
    }

    private void update(HttpExchange exchange) throws IOException, SQLException {
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        if (match == null) {
            answer(exchange, 428, new byte[0]);
            return;
        }
        long version = Long.parseLong(match.substring(1, match.length() - 1));
        Customer customer = CustomerJson.read(exchange.getRequestBody())
                .as(id(exchange.getRequestURI().getPath()), version);
        CustomerTable.Answer updated = table.get().update(customer);
        if (updated == null) {
            answer(exchange, 412, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("ETag", "\"" + updated.version() + "\"");
        answer(exchange, 200, updated.json().getBytes(StandardCharsets.UTF_8));
    }

    private static long id(String path) {
        return Long.parseLong(path.substring("/customers/".length()));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
