package io.clientele.registry.internal.transfer.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells from the beginning of a text which delimiter it has. */
public final class LayoutGuess {
    private static final int ROWS = 200;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    private LayoutGuess() {}

    /**
     * The text of the first bytes of a file.
     *
     * @param cut whether more follows, so that the last line may be cut off and is left out
     */
    public static String text(byte[] head, Charset encoding, boolean cut) {
        String text = EncodingGuess.read(head, encoding);
        int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return cut && end > 0 ? text.substring(0, end) : text;
    }

    /** The delimiter with which most rows have the same number of columns, and with which they have most. */
    public static String delimiter(String text) {
        String best = ",";
        double bestScore = 0;
        for (String delimiter : DELIMITERS) {
            double score = score(rows(text, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return bestScore < 0.9 && isAligned(text) ? CsvLayout.ALIGNED : best;
    }

    /** The first rows of a text; one that cannot be read, or that the end of the text may cut off, ends them. */
    public static List<CsvRow> rows(String text, String delimiter) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows all = CsvRows.of(new StringReader(text), delimiter)) {
            for (CsvRow row = all.next(); row != null && rows.size() < ROWS; row = all.next()) {
                rows.add(row);
            }
        } catch (MalformedCsvException e) {
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** From 0, no columns at all, to a little over 1: all rows alike, and the more columns the better. */
    private static double score(List<CsvRow> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getKey() > 1) {
                double share = (double) width.getValue() / rows.size();
                best = Math.max(best, share + Math.min(width.getKey(), 50) / 1_000.0);
            }
        }
        return best;
    }

    /** Words in a single column part into a few cells too, so every row must part alike and a column must hold numbers alone. */
    private static boolean isAligned(String text) {
        List<CsvRow> rows = rows(text, CsvLayout.ALIGNED);
        if (score(rows) < 0.95) {
            return false;
        }
        int last = rows.size() - 1;
        int width = rows.get(last).cells().size();
        for (int column = 0; column < width; column++) {
            if (isNumeric(rows, column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumeric(List<CsvRow> rows, int column) {
        for (int i = rows.size() > 1 ? 1 : 0; i < rows.size(); i++) {
            List<String> cells = rows.get(i).cells();
            if (column >= cells.size() || !startsLikeNumber(cells.get(column))) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsLikeNumber(String cell) {
        return !cell.isEmpty()
                && "0123456789-+.".indexOf(cell.charAt(0)) >= 0
                && Character.isDigit(cell.charAt(cell.length() - 1));
    }
}
