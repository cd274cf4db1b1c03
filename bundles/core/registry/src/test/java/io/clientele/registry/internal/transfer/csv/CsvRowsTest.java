package io.clientele.registry.internal.transfer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.FormulaGuard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void names_the_line_on_which_a_row_starts() throws IOException {
        List<CsvRow> rows = read("a,b\r\n\"1\r\n2\",x\r\n\r\n3,y", ",");

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 5L);
        assertThat(rows.get(1).cells()).containsExactly("1\r\n2", "x");
    }

    @Test
    void parts_columns_that_are_aligned_by_blanks() throws IOException {
        List<CsvRow> rows = read(" 00004 0001 19970101  2   29.33\r\n\r\n 00021 0002 19970101  3   63.34", " ");

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 3L);
        assertThat(rows.get(0).cells()).containsExactly("00004", "0001", "19970101", "2", "29.33");
    }

    @Test
    void passes_over_rows_without_a_value_and_a_line_that_names_the_delimiter() throws IOException {
        List<CsvRow> rows = read("sep=;\r\n;;\r\na;b;c\r\n   \r\n; ;\"\"\r\n1;;\r\nsep=;\r\n;;\r\n", ";");

        assertThat(rows).extracting(CsvRow::line).containsExactly(3L, 6L, 7L);
    }

    @Test
    void names_the_line_of_a_quote_that_is_never_closed() throws IOException {
        try (CsvRows rows = CsvRows.of(new StringReader("a,b\n1,2\n3,\"4\n5,6\n7,8\n"), ",")) {
            rows.next();
            rows.next();

            assertThatThrownBy(rows::next)
                    .isInstanceOf(MalformedCsvException.class)
                    .hasMessageStartingWith("Line 3: a quote");
        }
    }

    @Test
    void does_not_guess_what_stands_after_a_closing_quote_and_reads_on_with_the_next_line() throws IOException {
        List<CsvRow> rows = read("a,b\r\n1,\"x\"y,2\r\n\r\n3,4\r\n\"z\" \r\n5,\"6\"", ",");

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 4L, 5L, 6L);
        assertThat(fault(rows.get(1)).column()).isEqualTo(2);
        assertThat(fault(rows.get(1)).reason()).startsWith("after the closing quote");
        assertThat(rows.get(1).cells()).containsExactly("1,\"x\"y,2");
        assertThat(rows.get(2).cells()).containsExactly("3", "4");
        assertThat(fault(rows.get(3)).column()).isEqualTo(1);
        assertThat(rows.get(4).cells()).containsExactly("5", "6");
    }

    @Test
    void does_not_guess_which_lines_belong_to_a_row_with_a_quote_out_of_place() throws IOException {
        try (CsvRows rows = CsvRows.of(new StringReader("a,b\n\"x\n1\"y,2\n3,4\n"), ",")) {
            rows.next();

            assertThatThrownBy(rows::next).hasMessageStartingWith("Line 2: after the closing quote");
        }
    }

    @Test
    void reads_on_behind_a_line_of_any_length_with_a_quote_out_of_place() throws IOException {
        List<CsvRow> rows = read("\"x\"y" + "z".repeat(100_000) + "\r1,2\r\"v\"w", ",");

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(1).cells()).containsExactly("1", "2");
        assertThat(fault(rows.get(2)).column()).isEqualTo(1);
    }

    @Test
    void bounds_a_row_of_ten_thousand_columns() throws IOException {
        CsvRow row = read("x,".repeat(10_000) + "x\na,b\n", ",").get(0);

        assertThat(row.cells()).hasSize(CsvRows.MAX_COLUMNS);
        assertThat(fault(row).reason()).contains("1000 columns");
    }

    @Test
    void bounds_a_cell_of_ten_megabytes_and_reads_on() throws IOException {
        List<CsvRow> rows = read("a,b\n1," + "x".repeat(10_000_000) + "\n2,y\n", ",");

        assertThat(fault(rows.get(1)).column()).isEqualTo(2);
        assertThat(fault(rows.get(1)).reason()).contains("longer than");
        assertThat(rows.get(2).cells()).containsExactly("2", "y");
    }

    @Test
    void ends_where_a_cell_has_no_end_in_sight() throws IOException {
        try (CsvRows rows = CsvRows.of(new StringReader("a,b\n1,\"" + "x".repeat(20_000_000)), ",")) {
            rows.next();

            assertThatThrownBy(rows::next).hasMessageStartingWith("Line 2: a value that starts in this row is longer");
        }
    }

    @Test
    void finds_characters_that_no_value_can_hold() throws IOException {
        List<CsvRow> rows = read("a,\0b\nc,d\n", ",");

        assertThat(fault(rows.get(0))).isEqualTo(new CsvRow.Fault(2, "The value holds a NUL character"));
        assertThat(rows.get(1).fault()).isNull();
    }

    @Test
    void names_the_row_in_which_the_encoding_turns_out_wrong() throws IOException {
        byte[] bytes = "name\nAnna\nM\u00fcller\nBob\n".getBytes(Charset.forName("windows-1252"));
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows all =
                CsvRows.open(new ByteArrayInputStream(bytes), new CsvLayout(StandardCharsets.UTF_8, ",", true))) {
            collect(all, rows);
        }

        assertThat(fault(rows.get(2)).reason()).contains("not valid in the encoding");
        assertThat(rows.get(2).line()).isEqualTo(3);
        assertThat(rows.get(3).cells()).containsExactly("Bob");
    }

    @Property(tries = 300)
    void reads_what_was_written(@ForAll("rows") List<List<String>> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvText writer = new CsvText(text)) {
            rows.forEach(writer::row);
        }

        List<List<String>> read = read(text.toString(), ",").stream()
                .map(row -> row.cells().stream().map(FormulaGuard::open).toList())
                .toList();

        assertThat(read).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> value = Arbitraries.strings()
                .withChars("'\"=+-@\t\r\n ,;|aé中\uD83D\uDE00\u3000")
                .ofMaxLength(8);
        // A row of one empty cell is an empty line, and one of blank cells is what a spreadsheet leaves behind: neither
        // is a row.
        return value.list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .filter(row -> !row.stream().allMatch(String::isBlank))
                .list()
                .ofMaxSize(5);
    }

    private static CsvRow.Fault fault(CsvRow row) {
        return Objects.requireNonNull(row.fault());
    }

    private static List<CsvRow> read(String text, String delimiter) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows all = CsvRows.of(new StringReader(text), delimiter)) {
            collect(all, rows);
        }
        return rows;
    }

    private static void collect(CsvRows all, List<CsvRow> rows) throws IOException {
        for (CsvRow row = all.next(); row != null; row = all.next()) {
            rows.add(row);
        }
    }
}
