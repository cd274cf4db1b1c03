package io.clientele.facts.internal;

import io.clientele.facts.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random customers, filters and orders, drawn from small pools so that they meet. */
final class SampleDomain extends DomainContextBase {
    static final Catalogue CATALOGUE = Samples.catalogue().current();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "ab",
            "abc",
            "ab*",
            "*",
            "a%",
            "a_b",
            "\\",
            "o'brien",
            "\"q\"",
            "上",
            "上海",
            "上海市",
            "北京",
            "and",
            "or",
            "a;b,c(d)==e",
            "é",
            "zoë",
            "\uD840\uDC00",
            "\uD840\uDC00x",
            "\uE000",
            "\uFFFF",
            "\uD7FF",
            "\uDBFF\uDFFF",
            "null",
            "x'; drop table sample_customer; --");
    private static final List<String> PROSE = List.of(
            "Ann Lee",
            "ann-marie o'lee",
            "上海 贸易公司",
            "1e5 -1 0x1f",
            "a.b@example.com",
            "zoë 3abc",
            "x_y 50%",
            "LEE & Sons",
            "١٢٣ abc");
    private static final List<String> SEARCHES = List.of(
            "an", "lee", "lee an", "上", "公司 上", "1e", "1", "0x1", "b@ex", "zo", "3a", "3", "y", "so le", "x", "mar",
            "١");
    private static final List<BigDecimal> NUMBERS = List.of(
            new BigDecimal("-3"),
            BigDecimal.ZERO,
            new BigDecimal("0.5"),
            new BigDecimal("7"),
            new BigDecimal("12.25"),
            new BigDecimal("99999999999"),
            new BigDecimal("99999999999999999999.5"));
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(1970, 1, 1), LocalDate.of(2026, 2, 13), LocalDate.of(2026, 3, 15), LocalDate.of(2026, 4, 15));
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-15T04:00:00Z"),
            Samples.NOW,
            Instant.parse("2026-04-15T12:00:00Z"));
    private static final List<Integer> COUNTS = List.of(-3, 0, 7, Integer.MAX_VALUE);

    @Provide
    Arbitrary<Sample> samples() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 4).injectNull(0.2),
                        facts())
                .as(Sample::new);
    }

    private static Arbitrary<Map<String, List<Object>>> facts() {
        return Arbitraries.randomValue(random -> {
            Picker picker = new Picker(random);
            Map<String, List<Object>> facts = new HashMap<>();
            facts.put("name", List.of(picker.of(TEXTS)));
            facts.put("createdAt", List.of(picker.of(MOMENTS)));
            picker.sometimes(facts, "address.city", TEXTS);
            picker.sometimes(facts, "score", NUMBERS);
            picker.sometimes(facts, "active", List.of(true, false));
            picker.sometimes(facts, "born", DAYS);
            picker.sometimes(
                    facts, "search", PROSE.stream().map(Words::normalise).toList());
            picker.sometimes(facts, "account", List.of(1L, 2L, 3L));
            picker.sometimes(facts, "activity.visits", COUNTS);
            if (facts.containsKey("activity.visits")) {
                picker.sometimes(facts, "activity.last", MOMENTS);
            }
            facts.put("tag", List.copyOf(picker.several(TEXTS)));
            facts.put("email", List.copyOf(picker.several(TEXTS)));
            return facts;
        });
    }

    @Provide
    Arbitrary<Filter> filters() {
        return Arbitraries.randomValue(random -> filter(new Picker(random), 3));
    }

    private static Filter filter(Picker picker, int depth) {
        int kind = depth == 0 ? 3 : picker.random().nextInt(4);
        if (kind > 1) {
            return condition(picker);
        }
        List<Filter> parts = new ArrayList<>();
        for (int i = picker.random().nextInt(2); i < 3; i++) {
            parts.add(filter(picker, depth - 1));
        }
        return kind == 0 ? new Filter.All(parts) : new Filter.Any(parts);
    }

    @Provide
    Arbitrary<SortKeys> orders() {
        return Arbitraries.of(
                        "name",
                        "address.city",
                        "score",
                        "active",
                        "born",
                        "createdAt",
                        "activity.last",
                        "activity.visits",
                        "id",
                        "account")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(names -> Arbitraries.of(true, false)
                        .list()
                        .ofSize(names.size())
                        .map(signs -> SortKeys.parse(print(names, signs), CATALOGUE)));
    }

    private static String print(List<String> names, List<Boolean> signs) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            keys.add((signs.get(i) ? "-" : "") + names.get(i));
        }
        return String.join(",", keys);
    }

    /** The order as a request writes it. */
    static String print(SortKeys sort) {
        List<String> keys = new ArrayList<>();
        sort.facts()
                .forEach(key ->
                        keys.add((key.descending() ? "-" : "") + key.fact().name()));
        keys.add(sort.idDescending() ? "-id" : "id");
        return String.join(",", keys);
    }

    private static Filter condition(Picker picker) {
        List<String> names = CATALOGUE.all().stream().map(f -> f.name()).toList();
        KnownFact fact = CATALOGUE.require(new Input("filter", ""), 0, picker.of(names));
        Operator operator = picker.of(List.copyOf(Operator.of(fact.type())));
        List<Operand> operands = new ArrayList<>();
        int size = operator.takesSet() ? 1 + picker.random().nextInt(3) : 1;
        for (int i = 0; i < size; i++) {
            operands.add(operand(picker, fact, operator));
        }
        return new Filter.Condition(fact, operator, operands);
    }

    private static Operand operand(Picker picker, KnownFact fact, Operator operator) {
        if (operator == Operator.NULL) {
            return new Operand.Exact(picker.of(List.of(true, false)));
        }
        boolean prefix = (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) && picker.chance();
        return switch (fact.type()) {
            case TEXT -> prefix ? new Operand.Prefix(picker.of(TEXTS)) : new Operand.Exact(picker.of(TEXTS));
            case WORDS ->
                new Operand.Beginnings(
                        List.of(Words.normalise(picker.of(SEARCHES)).split(" ")));
            case NUMBER -> new Operand.Exact(Binding.canonical(picker.of(NUMBERS)));
            case BOOLEAN -> new Operand.Exact(picker.of(List.of(true, false)));
            case DATE ->
                picker.chance()
                        ? new Operand.Exact(picker.of(DAYS))
                        : new Operand.Day(picker.of(List.of(Period.ofDays(-30), Period.ofMonths(1), Period.ZERO)));
            case INSTANT ->
                picker.chance()
                        ? new Operand.Exact(picker.of(MOMENTS).atOffset(ZoneOffset.UTC))
                        : picker.of(List.of(
                                new Operand.Moment(Period.ofMonths(1), Duration.ZERO),
                                new Operand.Moment(Period.ZERO, Duration.ofHours(-8)),
                                new Operand.Moment(Period.ofDays(-14), Duration.ofHours(-12))));
            case ID -> new Operand.Exact(picker.of(List.of(1L, 2L, 500_000L)));
        };
    }
}
