package io.clientele.registry.internal.transfer.mapping;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.internal.BulkPurchases;
import io.clientele.registry.internal.CustomerKey;
import io.clientele.registry.internal.IdentifierRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads purchases. Rows with the same external id that follow each other are the lines of one purchase. A row without an external id is a
 * purchase of its own; its reference is made of what it says and of how often the file has said the same before, so that the same file, or
 * one that overlaps it, adds nothing twice.
 */
public final class PurchaseReader implements RowReader<BulkPurchases.Row> {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "ja", "是", "有");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "nein", "否", "无");

    private static final String UNNAMED = "unspecified";

    private final Cells cells;
    private final CustomerColumns customer;
    private final Dates dates;
    private final Numbers numbers;
    private final ImportSettings settings;
    private final @Nullable Currency currency;
    private final LongUnaryOperator occurrence;

    /**
     * Fails with {@link InvalidInputException} if the mapping of {@code settings} makes no sense.
     *
     * @param occurrence how often a number has been asked for, from 1 on
     */
    public PurchaseReader(ImportSettings settings, LongUnaryOperator occurrence) {
        this.settings = settings;
        this.occurrence = occurrence;
        cells = new Cells(ImportKind.PURCHASES, settings);
        customer = new CustomerColumns(cells, Field.CUSTOMER_ID, Field.CUSTOMER);
        dates = Dates.of(settings.dateFormat());
        numbers = new Numbers(settings.decimal().equals(","));
        String code = settings.currency();
        currency = code == null ? null : currency(code).orElse(null);
        if (currency == null && (code != null || !cells.has(Field.CURRENCY))) {
            throw new InvalidInputException(
                    "/currency", "Say in which currency the amounts are: EUR, CNY, USD or another code of ISO 4217");
        }
        for (Field needed : List.of(Field.PURCHASED_ON, Field.AMOUNT)) {
            if (!cells.has(needed)) {
                throw new InvalidInputException("/mapping", "No column is mapped to " + needed.code());
            }
        }
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public BulkPurchases.Row read(List<String> row) {
        CustomerKey who = customer.read(row);
        LocalDate date = cells.value(row, Field.PURCHASED_ON, dates::date)
                .orElseThrow(() -> new BadCellException(cells.number(Field.PURCHASED_ON), "The row has no date"));
        Currency money =
                cells.value(row, Field.CURRENCY, PurchaseReader::currency).orElse(currency);
        if (money == null) {
            throw new BadCellException(cells.number(Field.CURRENCY), "The row has no currency");
        }
        PurchaseLine line = line(row);
        String external = cells.text(row, Field.EXTERNAL_ID).strip();
        Identifier reference = external.isEmpty() ? derived(who, date, money, line) : named(external);
        return new BulkPurchases.Row(who, new NewPurchase(reference, date, money, List.of(line), null));
    }

    private PurchaseLine line(List<String> row) {
        BigDecimal quantity = number(row, Field.QUANTITY).orElse(BigDecimal.ONE);
        BigDecimal amount = number(row, Field.AMOUNT)
                .orElseThrow(() -> new BadCellException(cells.number(Field.AMOUNT), "The row has no amount"));
        BigDecimal cost = number(row, Field.COST)
                .or(() -> number(row, Field.MARGIN).map(amount::subtract))
                .orElse(null);
        String named = cells.text(row, Field.PRODUCT);
        String product = named.isBlank() ? UNNAMED : named;
        boolean returned =
                cells.value(row, Field.RETURNED, PurchaseReader::yesOrNo).orElse(false);
        return returned
                ? new PurchaseLine(product, negative(quantity), negative(amount), cost == null ? null : negative(cost))
                : new PurchaseLine(product, quantity, amount, cost);
    }

    private Optional<BigDecimal> number(List<String> row, Field field) {
        return cells.value(row, field, numbers::number);
    }

    private static Optional<Boolean> yesOrNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private static BigDecimal negative(BigDecimal number) {
        return number.abs().negate();
    }

    private Identifier named(String external) {
        return IdentifierRules.clean(new Identifier(source(), external));
    }

    private Identifier derived(CustomerKey who, LocalDate date, Currency money, PurchaseLine line) {
        BigDecimal cost = line.cost();
        String content = String.join(
                "\n",
                who.toString(),
                date.toString(),
                money.getCurrencyCode(),
                line.product(),
                plain(line.quantity()),
                plain(line.amount()),
                cost == null ? "" : plain(cost));
        long hash = Hash.of(content);
        return new Identifier(source(), "row-" + Long.toHexString(hash) + "-" + occurrence.applyAsLong(hash));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String source() {
        String source = settings.source();
        if (source == null) {
            throw new BadCellException(0, "Say which system the purchases come from: set the source of the mapping");
        }
        return source;
    }

    @Override
    public String group(List<String> row) {
        String external = cells.number(Field.EXTERNAL_ID) > row.size()
                ? ""
                : cells.text(row, Field.EXTERNAL_ID).strip();
        return external.isEmpty()
                ? ""
                : IdentifierRules.clean(new Identifier("any", external)).id();
    }

    @Override
    public BulkPurchases.Row join(BulkPurchases.Row first, BulkPurchases.Row second) {
        NewPurchase one = first.purchase();
        NewPurchase two = second.purchase();
        boolean same = first.customer().equals(second.customer())
                && one.purchasedOn().equals(two.purchasedOn())
                && one.currency().equals(two.currency());
        if (!same) {
            throw new BadCellException(
                    cells.number(Field.EXTERNAL_ID), "The rows of this purchase differ in customer, date or currency");
        }
        List<PurchaseLine> lines = new ArrayList<>(one.lines());
        lines.addAll(two.lines());
        return new BulkPurchases.Row(
                first.customer(), new NewPurchase(one.reference(), one.purchasedOn(), one.currency(), lines, null));
    }

    @Override
    public boolean once() {
        return true;
    }

    @Override
    public long key(BulkPurchases.Row purchase) {
        return Hash.of(String.valueOf(purchase.purchase().reference()));
    }

    @Override
    public int column(BulkPurchases.Row purchase, String pointer) {
        if (pointer.startsWith("/customer")) {
            return customer.column();
        }
        if (pointer.startsWith("/purchasedOn")) {
            return cells.number(Field.PURCHASED_ON);
        }
        if (pointer.startsWith("/externalId") || pointer.startsWith("/reference")) {
            return cells.number(Field.EXTERNAL_ID);
        }
        return Field.of(pointer.substring(pointer.lastIndexOf('/') + 1))
                .map(cells::number)
                .orElse(0);
    }
}
