package io.clientele.registry.internal.transfer.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from the first rows of a file whether the first names the columns, and what the columns mean. */
public final class MappingGuess {
    /** What stands before the row in a list of errors. */
    public static final List<String> ERROR_COLUMNS = List.of("line", "column", "reason");

    private final ImportKind kind;
    private final FieldNames names;

    public MappingGuess(ImportKind kind) {
        this.kind = kind;
        this.names = new FieldNames(kind);
    }

    /**
     * Whether the first row names columns: a name is known, or no cell of it looks like a value while cells below do. Where some have no name,
     * at least half of the others must be known. A list of errors has names in any case.
     */
    public boolean isHeader(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        List<String> first = rows.get(0);
        if (isErrorList(first)) {
            return true;
        }
        List<String> named = first.stream().filter(cell -> !cell.isBlank()).toList();
        if (named.isEmpty() || named.stream().anyMatch(MappingGuess::isValue)) {
            return false;
        }
        long known = named.stream().filter(this::isKnown).count();
        return named.size() < first.size()
                ? 2 * known >= named.size()
                : known > 0
                        || rows.stream().skip(1).anyMatch(row -> row.stream().anyMatch(MappingGuess::isValue));
    }

    private boolean isKnown(String cell) {
        return names.code(cell).isPresent() || names.field(cell, Set.of()).isPresent();
    }

    /** Whether these columns begin with those that an import puts before the rows that failed. */
    private static boolean isErrorList(List<String> columns) {
        return columns.size() > ERROR_COLUMNS.size()
                && columns.subList(0, ERROR_COLUMNS.size()).equals(ERROR_COLUMNS);
    }

    private static boolean isValue(String cell) {
        return cell.indexOf('@') > 0
                || new Numbers(false).number(cell).isPresent()
                || new Numbers(true).number(cell).isPresent()
                || new Dates(true).date(cell).isPresent()
                || new Dates(false).date(cell).isPresent();
    }

    /** The names of the columns, all different: those of the header, or their places from 1 on. */
    public static List<String> columns(List<List<String>> rows, boolean header) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            boolean named =
                    header && i < rows.get(0).size() && !rows.get(0).get(i).isBlank();
            String name = named ? rows.get(0).get(i).strip() : String.valueOf(i + 1);
            String different = name;
            for (int n = 2; columns.contains(different); n++) {
                different = name + " (" + n + ")";
            }
            columns.add(different);
        }
        return columns;
    }

    /**
     * Column names to codes of fields, in the order of the columns; a column that means nothing known is left out. In a list of errors of a
     * file without names the columns are told as they were there.
     *
     * @param values the rows below the header
     */
    public Map<String, String> mapping(List<String> columns, boolean header, List<List<String>> values) {
        if (header && isErrorList(columns)) {
            int from = ERROR_COLUMNS.size();
            List<String> own = columns.subList(from, columns.size());
            return mapping(own, !own.equals(columns(List.of(own), false)), without(from, values));
        }
        Map<String, String> mapping = new LinkedHashMap<>();
        Set<Field> taken = EnumSet.noneOf(Field.class);
        for (int i = 0; i < columns.size(); i++) {
            Optional<String> code = header ? names.code(columns.get(i)) : Optional.empty();
            Optional<Field> field = header ? names.field(columns.get(i), taken) : byContent(values, i, taken);
            if (code.isPresent()) {
                mapping.put(columns.get(i), code.get());
            } else if (field.isPresent()) {
                taken.add(field.get());
                mapping.put(columns.get(i), field.get().code());
            }
        }
        return mapping;
    }

    private static List<List<String>> without(int first, List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.subList(Math.min(first, row.size()), row.size()))
                .toList();
    }

    /** Columns without names: the first names the customer, and dates, fractions and small whole numbers look like what they are. */
    private Optional<Field> byContent(List<List<String>> rows, int column, Set<Field> taken) {
        List<String> values = column(rows, column);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Field field =
                switch (kind) {
                    case CUSTOMERS -> customerField(values, column);
                    case PURCHASES -> purchaseField(values, column);
                    case INTERACTIONS -> column == 0 ? Field.CUSTOMER : isDate(values) ? Field.OCCURRED_AT : Field.TEXT;
                    case RELATIONS ->
                        List.of(Field.CUSTOMER, Field.KIND, Field.TO).get(Math.min(column, 2));
                };
        return Optional.ofNullable(field).filter(found -> !taken.contains(found));
    }

    private static @Nullable Field customerField(List<String> values, int column) {
        if (values.stream().allMatch(value -> value.indexOf('@') > 0)) {
            return Field.EMAIL;
        }
        boolean numbers = values.stream()
                .allMatch(value -> new Numbers(false).number(value).isPresent());
        return column == 0 && numbers ? Field.IDENTIFIER : numbers ? null : Field.NAME;
    }

    private static @Nullable Field purchaseField(List<String> values, int column) {
        if (column == 0) {
            return Field.CUSTOMER;
        }
        if (isDate(values)) {
            return Field.PURCHASED_ON;
        }
        Numbers numbers = Numbers.tell(values);
        if (values.stream().allMatch(value -> numbers.number(value).isPresent())) {
            boolean fractions = values.stream().anyMatch(value -> value.indexOf('.') >= 0 || value.indexOf(',') >= 0);
            boolean padded =
                    values.stream().anyMatch(value -> value.length() > 1 && value.charAt(0) == '0' && !fractions);
            return fractions ? Field.AMOUNT : padded ? null : Field.QUANTITY;
        }
        return Field.PRODUCT;
    }

    private static boolean isDate(List<String> values) {
        return values.stream()
                .allMatch(value -> new Dates(true).date(value).isPresent()
                        || new Dates(false).date(value).isPresent());
    }

    /** The values of a column that are not blank. */
    public static List<String> column(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column).strip())
                .toList();
    }
}
