package io.clientele.facts.internal;

import io.clientele.facts.FactType;
import io.clientele.kernel.InvalidInputException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes where a page ended so that the next can begin there. A cursor carries the sort values of the last row and a digest over them,
 * the filter and the order: it fits no other question and no altered text passes for it. It grants nothing, for what the caller may see is
 * asked anew on each page.
 */
final class Cursor {
    private static final int DIGEST = 8;
    private static final int LONGEST = 20_000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SortKeys sort;
    private final String written;

    Cursor(SortKeys sort, String written) {
        this.sort = sort;
        this.written = written;
    }

    /** The sort values and the id of the current row. */
    List<@Nullable Object> values(ResultSet row, List<Integer> columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < sort.facts().size(); i++) {
            values.add(value(row, columns.get(i), sort.facts().get(i).fact().type()));
        }
        values.add(row.getLong(columns.get(columns.size() - 1)));
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, FactType type) throws SQLException {
        Object value = FactValue.held(row, column, type);
        if (value instanceof BigDecimal number) {
            return Binding.canonical(number);
        }
        return value instanceof OffsetDateTime moment ? moment.withOffsetSameInstant(ZoneOffset.UTC) : value;
    }

    /** Which values there are: a digit for each fact of the order, {@code 0} for one that is null. */
    String presence(List<@Nullable Object> values) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < sort.facts().size(); i++) {
            digits.append(values.get(i) == null ? '0' : '1');
        }
        return digits.toString();
    }

    String write(List<@Nullable Object> values) {
        List<byte[]> parts = new ArrayList<>();
        int size = DIGEST;
        for (Object value : values) {
            byte[] part = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
            parts.add(part);
            size += Integer.BYTES + part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).position(DIGEST);
        for (int i = 0; i < parts.size(); i++) {
            bytes.putInt(values.get(i) == null ? -1 : parts.get(i).length).put(parts.get(i));
        }
        byte[] all = bytes.array();
        System.arraycopy(digest(all), 0, all, 0, DIGEST);
        return ENCODER.encodeToString(all);
    }

    List<@Nullable Object> read(String cursor) {
        if (cursor.length() > LONGEST) {
            throw wrong();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            boolean intact = all.length > DIGEST
                    && Arrays.equals(Arrays.copyOf(all, DIGEST), Arrays.copyOf(digest(all), DIGEST))
                    && ENCODER.encodeToString(all).equals(cursor);
            if (!intact) {
                throw wrong();
            }
            ByteBuffer bytes = ByteBuffer.wrap(all).position(DIGEST);
            List<@Nullable Object> values = new ArrayList<>();
            for (SortKeys.Key key : sort.facts()) {
                values.add(read(bytes, key.fact().type()));
            }
            values.add(read(bytes, FactType.ID));
            if (bytes.hasRemaining() || values.get(values.size() - 1) == null) {
                throw wrong();
            }
            return values;
        } catch (IllegalArgumentException | java.time.DateTimeException | java.nio.BufferUnderflowException e) {
            throw wrong();
        }
    }

    private static @Nullable Object read(ByteBuffer bytes, FactType type) {
        int length = bytes.getInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > bytes.remaining()) {
            throw wrong();
        }
        byte[] part = new byte[length];
        bytes.get(part);
        String text = new String(part, StandardCharsets.UTF_8);
        return switch (type) {
            case TEXT, WORDS -> {
                if (text.indexOf(0) >= 0) {
                    throw wrong();
                }
                yield text;
            }
            case NUMBER -> number(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> OffsetDateTime.parse(text);
            case ID -> Long.valueOf(text);
        };
    }

    private static Object number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > 1_000) {
            throw wrong();
        }
        return Binding.canonical(number);
    }

    private byte[] digest(byte[] all) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(written.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(all, DIGEST, all.length - DIGEST);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InvalidInputException wrong() {
        return new InvalidInputException(
                "cursor", "This cursor does not belong to this filter and this order; begin again without it");
    }
}
