package io.clientele.segmentation.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.registry.PurchaseHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** The reference data of the tests. */
public final class Reference {
    private Reference() {}

    /** The numbers under one name. */
    public static JsonNode vectors(String name) {
        try (InputStream file = open("vectors.json")) {
            return Objects.requireNonNull(new ObjectMapper().readTree(file).get(name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An array of numbers. */
    public static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    public static int[] integers(JsonNode array) {
        int[] numbers = new int[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asInt();
        }
        return numbers;
    }

    /** Hands over the purchases of the CDNOW sample. */
    public static void cdnow(PurchaseHistory.Sink sink) {
        try (InputStream file = open("cdnow/CDNOW_sample.txt")) {
            new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.strip().split("\\s+", -1))
                    .forEach(cells -> sink.take(
                            Long.parseLong(cells[1]),
                            LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE)
                                    .toEpochDay(),
                            new BigDecimal(cells[4]),
                            "USD"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + name), name);
    }
}
