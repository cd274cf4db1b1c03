package io.clientele.registry.internal.transfer.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood: guessed when it comes, and shown, so that a person can set it right.
 *
 * @param encoding its name, such as {@code GB18030}
 * @param delimiter one character; a blank for columns aligned by blanks
 * @param header whether the first row names the columns
 * @param columns the names of the columns
 * @param mapping names of columns to codes of fields, such as {@code email} or {@code identifier:erp}
 * @param source the system whose names identify customers and purchases, where the mapping does not say
 * @param currency of amounts without one, ISO 4217
 * @param dateFormat how dates with slashes and the year last are read: {@code M/d/yyyy} or {@code d/M/yyyy}
 * @param decimal the sign that parts fractions: {@code .} or {@code ,}
 * @param createMissing whether customers of purchases and interactions that nobody knows are added, named by their identifiers
 * @param notes what a person should look at
 */
public record ImportSettings(
        String encoding,
        String delimiter,
        boolean header,
        List<String> columns,
        Map<String, String> mapping,
        @Nullable String source,
        @Nullable String currency,
        String dateFormat,
        String decimal,
        boolean createMissing,
        List<String> notes) {
    /** Where the mapping says what a column means. */
    public static String pointer(String column) {
        return "/mapping/" + column.replace("~", "~0").replace("/", "~1");
    }
}
