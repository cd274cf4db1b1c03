package io.clientele.registry.internal.transfer;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.internal.transfer.csv.CsvLayout;
import io.clientele.registry.internal.transfer.csv.CsvRow;
import io.clientele.registry.internal.transfer.csv.LayoutGuess;
import io.clientele.registry.internal.transfer.mapping.Dates;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import io.clientele.registry.internal.transfer.mapping.MappingGuess;
import io.clientele.registry.internal.transfer.mapping.Numbers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells from the beginning of a file how it is written and what its columns mean. */
final class ImportGuess {
    private static final int SAMPLE_ROWS = 5;
    private static final int MAX_NAME = 200;
    private static final int NAMED = 20;

    private ImportGuess() {}

    /** What the sender says about the layout; the rest is guessed. */
    record Said(@Nullable String encoding, @Nullable String delimiter, @Nullable Boolean header) {}

    /**
     * Settings for a file that begins with {@code head}.
     *
     * @param likely the encoding, unless the sender says another
     */
    static ImportSettings settings(ImportKind kind, byte[] head, Charset likely, Said said) {
        Charset encoding = said.encoding == null ? likely : charset(said.encoding);
        String text = LayoutGuess.text(head, encoding, head.length == ImportFiles.SAMPLE);
        String delimiter = said.delimiter == null ? LayoutGuess.delimiter(text) : delimiter(said.delimiter);
        List<List<String>> rows = rows(text, delimiter);
        if (rows.isEmpty()) {
            throw new InvalidInputException(
                    "body", text.isBlank() ? "The file is empty" : "Line 1: no row ends within the first 64 KiB");
        }
        MappingGuess guess = new MappingGuess(kind);
        boolean header = said.header == null ? guess.isHeader(rows) : said.header;
        List<List<String>> values = header ? rows.subList(1, rows.size()) : rows;
        List<String> columns = columns(rows, header);
        Map<String, String> mapping = guess.mapping(columns, header, values);
        List<String> notes = new ArrayList<>();
        tellUnread(columns, mapping, notes);
        return new ImportSettings(
                encoding.name(),
                delimiter,
                header,
                columns,
                mapping,
                "import",
                null,
                dateFormat(columns, mapping, values, notes),
                decimal(columns, mapping, values, notes),
                kind == ImportKind.PURCHASES,
                notes);
    }

    private static void tellUnread(List<String> columns, Map<String, String> mapping, List<String> notes) {
        List<String> unread =
                columns.stream().filter(column -> !mapping.containsKey(column)).toList();
        if (!unread.isEmpty()) {
            String more = unread.size() > NAMED ? " and " + (unread.size() - NAMED) + " more" : "";
            notes.add("Columns that are not taken unless the mapping says what they mean: "
                    + unread.stream().limit(NAMED).collect(Collectors.joining(", ")) + more);
        }
    }

    private static List<String> columns(List<List<String>> rows, boolean header) {
        List<String> columns = MappingGuess.columns(header ? rows.subList(0, 1) : rows, header);
        return MappingGuess.columns(
                List.of(columns.stream()
                        .map(name -> name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name)
                        .toList()),
                true);
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "encoding",
                    "There is no encoding of this name; try UTF-8, UTF-16LE, UTF-16BE, GB18030 or windows-1252");
        }
    }

    static String delimiter(String said) {
        String delimiter = said.equals("\\t") || said.equals("tab") ? "\t" : said;
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            throw new InvalidInputException(
                    "delimiter", "A delimiter is one character; a blank stands for columns aligned by blanks");
        }
        return delimiter;
    }

    private static List<List<String>> rows(String text, String delimiter) {
        return LayoutGuess.rows(text, delimiter).stream().map(CsvRow::cells).toList();
    }

    /** The first rows below the header. */
    static List<List<String>> sample(byte[] head, ImportSettings settings) {
        CsvLayout layout = new CsvLayout(charset(settings.encoding()), settings.delimiter(), settings.header());
        String text = LayoutGuess.text(head, layout.encoding(), head.length == ImportFiles.SAMPLE);
        return rows(text, layout.delimiter()).stream()
                .skip(layout.header() ? 1 : 0)
                .limit(SAMPLE_ROWS)
                .toList();
    }

    private static String dateFormat(
            List<String> columns, Map<String, String> mapping, List<List<String>> values, List<String> notes) {
        List<String> dates = values(columns, mapping, values, List.of("purchasedOn", "occurredAt"));
        Optional<Dates> told = Dates.tell(dates);
        if (told.isEmpty()) {
            dates.stream()
                    .filter(Dates::isAmbiguous)
                    .findFirst()
                    .ifPresent(date -> notes.add("Dates such as " + date
                            + " can be read in two ways; they are taken as M/d/yyyy unless dateFormat says d/M/yyyy"));
        }
        return Dates.FORMATS.get(told.isPresent() && told.get().dayFirst() ? 1 : 0);
    }

    private static String decimal(
            List<String> columns, Map<String, String> mapping, List<List<String>> values, List<String> notes) {
        List<String> amounts = values(columns, mapping, values, List.of("amount", "cost", "margin", "quantity"));
        List<String> parted = amounts.stream()
                .filter(amount -> amount.indexOf(',') >= 0 || amount.indexOf('.') >= 0)
                .toList();
        if (parted.stream().allMatch(Numbers::isAmbiguous)) {
            parted.stream()
                    .findFirst()
                    .ifPresent(
                            amount -> notes.add(
                                    "Amounts such as " + amount
                                            + " can be read in two ways; the point is taken for the sign before the fraction unless decimal says ,"));
        }
        return Numbers.tell(amounts).decimalComma() ? "," : ".";
    }

    private static List<String> values(
            List<String> columns, Map<String, String> mapping, List<List<String>> values, List<String> fields) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String field = mapping.get(columns.get(i));
            if (field != null && fields.contains(field)) {
                found.addAll(MappingGuess.column(values, i));
            }
        }
        return found;
    }
}
