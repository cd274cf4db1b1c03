package io.clientele.bench.server;

import io.clientele.bench.baseline.MemberMoves;
import io.clientele.bench.measure.ProcessTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Plain SQL on an embedded database, in a Java process of its own with the heap and the collector the product is shipped with. */
public final class MovesProcess implements AutoCloseable {
    private static final List<String> HEAP = List.of(
            "-Xms64m", "-Xmx512m", "-Xmn50m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=45", "-XX:MaxHeapFreeRatio=55");

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private MovesProcess(Process process) {
        this.process = process;
        this.orders = new PrintWriter(process.getOutputStream(), false, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it on a new database. */
    public static MovesProcess start(Path database, Path log) throws IOException {
        ProcessBuilder builder = Children.java(HEAP, MemberMoves.class, database.toString());
        return new MovesProcess(Children.start(builder.redirectError(log.toFile())));
    }

    /** Tells it something that it does not answer yet. */
    public void tell(String... order) {
        orders.print(String.join("\t", order));
        orders.print('\n');
    }

    /** Tells it to do something and waits until it is done. */
    public void order(String... order) {
        tell(order);
        orders.flush();
        try {
            String answer = answers.readLine();
            if (!"done".equals(answer)) {
                throw new IllegalStateException("the plain moves answered " + answer + " to " + order[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process. */
    public ProcessTree tree() {
        return new ProcessTree(process.pid());
    }

    @Override
    public void close() {
        orders.close();
        Children.stop(process);
    }
}
