package io.clientele.registry.internal.rest;

import io.clientele.kernel.ShortId;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.internal.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase as it is sent. */
public record PurchaseBody(
        @Nullable String source,
        @Nullable String externalId,
        @Nullable LocalDate purchasedOn,
        @Nullable String currency,
        @Nullable List<@Nullable LineBody> lines,
        @Nullable String returnOf) {

    /** A line as it is sent, with its cost or its margin. */
    public record LineBody(
            @Nullable String product,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal margin) {
        PurchaseLine line(Faults faults) {
            if (quantity == null) {
                faults.add("/quantity", "is missing");
            }
            if (amount == null) {
                faults.add("/amount", "is missing");
            }
            if (cost != null && margin != null) {
                faults.add("/margin", "says what /cost says already; send one of them");
            }
            BigDecimal paid = amount == null ? BigDecimal.ZERO : amount;
            BigDecimal known = cost == null && margin != null ? paid.subtract(margin) : cost;
            return new PurchaseLine(
                    product == null ? "" : product, quantity == null ? BigDecimal.ZERO : quantity, paid, known);
        }
    }

    /** What the body says; fails with every fault of its form at once. */
    NewPurchase purchase() {
        Faults faults = new Faults();
        if ((source == null) != (externalId == null)) {
            faults.add(source == null ? "/source" : "/externalId", "is missing: the two make one name");
        }
        if (purchasedOn == null) {
            faults.add("/purchasedOn", "is missing");
        }
        Currency paidIn = paidIn(faults);
        long original = returnOf == null ? -1 : ShortId.parse(returnOf);
        if (returnOf != null && original < 0) {
            faults.add("/returnOf", "is no id");
        }
        List<PurchaseLine> read = readLines(faults);
        faults.raise();
        return new NewPurchase(
                source == null || externalId == null ? null : new Identifier(source, externalId),
                purchasedOn == null ? LocalDate.EPOCH : purchasedOn,
                paidIn,
                read,
                original < 0 ? null : new PurchaseId(original));
    }

    private Currency paidIn(Faults faults) {
        try {
            return Currency.getInstance(currency == null ? "" : currency);
        } catch (IllegalArgumentException e) {
            faults.add("/currency", "is no currency (ISO 4217) such as CNY");
            return Currency.getInstance("XXX");
        }
    }

    private List<PurchaseLine> readLines(Faults faults) {
        List<PurchaseLine> read = new ArrayList<>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            LineBody each = lines.get(i);
            faults.in("/lines", i);
            if (each == null) {
                faults.add("", "is null");
            } else {
                read.add(each.line(faults));
            }
        }
        faults.out();
        return read;
    }
}
