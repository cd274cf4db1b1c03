package io.clientele.registry.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportGuessTest {
    private static final List<List<String>> CHINESE = List.of(
            List.of("姓名", "邮箱", "手机", "城市", "备注"),
            List.of("王小明", "wang@example.com", "+86 138 1234 5678", "上海", "老客户, 喜欢茶; 周末联系"),
            List.of("李雷", "lilei@example.cn", "010-65529988", "北京", "他说\"好的\""));
    private static final List<List<String>> GERMAN = List.of(
            List.of("Name", "E-Mail", "Telefon", "Straße", "Ort"),
            List.of("Jürgen Müller", "j.mueller@example.de", "0221 123456", "Größenweg 7, Hinterhaus", "Köln"),
            List.of("Änne Weiß", "anne@example.de", "", "Am \"Öhr\"; links", "Düsseldorf"));

    @TempDir
    Path folder;

    static Stream<Arguments> corpus() {
        return Stream.of(
                        "UTF-8",
                        "UTF-8 with mark",
                        "UTF-16LE",
                        "UTF-16BE",
                        "UTF-16LE with mark",
                        "UTF-16BE with mark",
                        "GB18030",
                        "windows-1252")
                .flatMap(
                        encoding -> Stream.of(",", ";", "\t", "|").map(delimiter -> Arguments.of(encoding, delimiter)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("corpus")
    void tells_encoding_delimiter_and_header(String encoding, String delimiter) throws IOException {
        String charset = encoding.replace(" with mark", "");
        String mark = encoding.equals(charset) ? "" : "\uFEFF";
        List<List<String>> rows = charset.equals("windows-1252") ? GERMAN : CHINESE;

        ImportSettings settings =
                guess(ImportKind.CUSTOMERS, (mark + text(rows, delimiter)).getBytes(Charset.forName(charset)));

        assertThat(settings.encoding()).isEqualTo(charset);
        assertThat(settings.delimiter()).isEqualTo(delimiter);
        assertThat(settings.header()).isTrue();
        assertThat(settings.columns()).isEqualTo(rows.get(0));
        assertThat(settings.mapping()).containsValues("name", "email", "phone", "city");
    }

    @ParameterizedTest
    @CsvSource({
        "王芳,GB18030",
        "姓名,GB18030",
        "张喆,GB18030",
        "公司名称,GB18030",
        "上海,GB18030",
        "Müller,windows-1252",
        "Größe,windows-1252",
        "ÄÖÜ Straße,windows-1252",
        "naïve café déjà,windows-1252",
        "Señor Peña,windows-1252",
        "weiß,windows-1252"
    })
    void tells_short_texts_apart(String word, String encoding) throws IOException {
        ImportSettings settings =
                guess(ImportKind.CUSTOMERS, ("id,name\n1," + word + "\n").getBytes(Charset.forName(encoding)));

        assertThat(settings.encoding()).isEqualTo(encoding);
    }

    @Test
    void looks_as_far_as_it_must_to_see_a_character_that_tells() throws IOException {
        String text = "id,name\n" + "1,Anna\n".repeat(30_000) + "2,Müller und Söhne\n";

        assertThat(guess(ImportKind.CUSTOMERS, text.getBytes(Charset.forName("windows-1252")))
                        .encoding())
                .isEqualTo("windows-1252");
        assertThat(guess(
                                ImportKind.CUSTOMERS,
                                text.replace("Müller und Söhne", "上海茶叶公司").getBytes(Charset.forName("GB18030")))
                        .encoding())
                .isEqualTo("GB18030");
    }

    @Test
    void sees_that_columns_are_aligned_by_blanks_and_have_no_names() throws IOException {
        String text =
                " 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n 00021 0002 19970101  13   63.34\r\n";

        ImportSettings settings = guess(ImportKind.PURCHASES, text.getBytes(Charset.forName("UTF-8")));

        assertThat(settings.delimiter()).isEqualTo(" ");
        assertThat(settings.header()).isFalse();
        assertThat(settings.mapping())
                .isEqualTo(Map.of("1", "customer", "3", "purchasedOn", "4", "quantity", "5", "amount"));
    }

    @Test
    void keeps_a_single_column_of_several_words_in_one_piece() throws IOException {
        ImportSettings settings =
                guess(ImportKind.CUSTOMERS, "full name\nAnna Schmidt\nBob Miller\n".getBytes(Charset.forName("UTF-8")));

        assertThat(settings.columns()).containsExactly("full name");
        assertThat(settings.mapping()).containsExactly(Map.entry("full name", "name"));
    }

    @Test
    void maps_several_columns_of_one_kind_and_tells_double_names_apart() throws IOException {
        ImportSettings settings = guess(
                ImportKind.CUSTOMERS,
                "name,email,email2,x,x\nAnna,a@x.de,b@x.de,1,2\n".getBytes(Charset.forName("UTF-8")));

        assertThat(settings.columns()).containsExactly("name", "email", "email2", "x", "x (2)");
        assertThat(settings.mapping())
                .containsEntry("email", "email")
                .containsEntry("email2", "email")
                .doesNotContainKey("x");
    }

    @Test
    void says_that_dates_can_be_read_in_two_ways() throws IOException {
        ImportSettings settings = guess(
                ImportKind.PURCHASES,
                "customer;date;amount\n1;3/4/2026;1,50\n2;5/6/2026;22,10\n".getBytes(Charset.forName("UTF-8")));

        assertThat(settings.dateFormat()).isEqualTo("M/d/yyyy");
        assertThat(settings.decimal()).isEqualTo(",");
        assertThat(settings.notes()).singleElement().asString().contains("3/4/2026");
    }

    @Test
    void says_that_amounts_can_be_read_in_two_ways() throws IOException {
        ImportSettings settings = guess(
                ImportKind.PURCHASES,
                "customer;date;amount\n1;2026-03-04;20\n2;2026-03-04;3.500\n".getBytes(Charset.forName("UTF-8")));

        assertThat(settings.decimal()).isEqualTo(".");
        assertThat(settings.notes()).singleElement().asString().contains("3.500");
    }

    @Test
    void takes_the_order_of_days_and_months_from_a_date_that_tells() throws IOException {
        ImportSettings settings = guess(
                ImportKind.PURCHASES,
                "customer,date,amount\n1,3/4/2026,1.50\n2,25/6/2026,22.10\n".getBytes(Charset.forName("UTF-8")));

        assertThat(settings.dateFormat()).isEqualTo("d/M/yyyy");
        assertThat(settings.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer no,name,email,\nT1,Ann,ann@x.de,\n",
                "customer no;name;;email\nT1;Ann;;ann@x.de\n",
                "sep=;\ncustomer no;name;x;email\nT1;Ann;;ann@x.de\n",
                ",,,\ncustomer no,name,x,email\nT1,Ann,,ann@x.de\n"
            })
    void sees_the_names_of_columns_in_what_spreadsheets_make_of_them(String text) throws IOException {
        ImportSettings settings = guess(ImportKind.CUSTOMERS, text.getBytes(Charset.forName("UTF-8")));

        assertThat(settings.header()).isTrue();
        assertThat(settings.mapping()).isEqualTo(Map.of("customer no", "identifier", "name", "name", "email", "email"));
    }

    @Test
    void takes_a_row_with_gaps_for_a_customer_where_few_of_its_cells_are_names_of_columns() throws IOException {
        String text = "Contact,Ann Miller,,Bonn\nHandy,Bob Meyer,,Mainz\n";

        assertThat(guess(ImportKind.CUSTOMERS, text.getBytes(Charset.forName("UTF-8")))
                        .header())
                .isFalse();
    }

    @Test
    void does_not_take_a_stray_zero_for_half_a_character() throws IOException {
        String text = "customer no,name\n" + "1,Anna\n".repeat(30_000) + "N1,A\0b\nN2,Ok\n";

        assertThat(guess(ImportKind.CUSTOMERS, text.getBytes(Charset.forName("UTF-8")))
                        .encoding())
                .isEqualTo("UTF-8");
    }

    @Test
    void follows_what_the_sender_says() throws IOException {
        byte[] bytes = "1;a\n2;b\n".getBytes(Charset.forName("UTF-8"));

        ImportSettings settings = ImportGuess.settings(
                ImportKind.CUSTOMERS, bytes, Charset.forName("UTF-8"), new ImportGuess.Said("gbk", ",", true));

        assertThat(settings.encoding()).isEqualTo("GBK");
        assertThat(settings.columns()).containsExactly("1;a");
    }

    @ParameterizedTest
    @CsvSource({"klingon,,encoding", ",xy,delimiter"})
    void refuses_layouts_that_do_not_exist(@Nullable String encoding, @Nullable String delimiter, String place) {
        byte[] bytes = "a,b\n".getBytes(Charset.forName("UTF-8"));

        assertThatThrownBy(() -> ImportGuess.settings(
                        ImportKind.CUSTOMERS,
                        bytes,
                        Charset.forName("UTF-8"),
                        new ImportGuess.Said(encoding, delimiter, null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.violations().get(0).pointer()).isEqualTo(place));
    }

    private ImportSettings guess(ImportKind kind, byte[] bytes) throws IOException {
        ImportFiles files = new ImportFiles(folder, 1 << 30);
        ImportFiles.Upload upload = files.receive(1, new ByteArrayInputStream(bytes));
        return ImportGuess.settings(kind, files.head(1), upload.encoding(), new ImportGuess.Said(null, null, null));
    }

    private static String text(List<List<String>> rows, String delimiter) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join(
                            delimiter,
                            row.stream()
                                    .map(cell -> cell.contains(delimiter) || cell.contains("\"")
                                            ? "\"" + cell.replace("\"", "\"\"") + "\""
                                            : cell)
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString();
    }
}
