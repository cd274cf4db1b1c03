package io.clientele.registry.internal;

import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.PurchaseLine;
import io.clientele.registry.internal.store.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a purchase may be. */
public final class PurchaseRules {
    private static final int MAX_LINES = 500;
    private static final int MAX_SCALE = 6;
    private static final BigDecimal MAX = new BigDecimal("1000000000000000");
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

    private PurchaseRules() {}

    /** The purchase in its one form; unusable, and every fault recorded, if it breaks a rule. */
    public static NewPurchase check(NewPurchase raw, LocalDate today, Faults faults) {
        if (raw.purchasedOn().isBefore(EARLIEST) || raw.purchasedOn().isAfter(today.plusDays(1))) {
            faults.add("/purchasedOn", "lies before 1800 or in the future");
        }
        if (raw.lines().isEmpty() || raw.lines().size() > MAX_LINES) {
            faults.add("/lines", "holds 1 to " + MAX_LINES + " lines");
            return raw;
        }
        Identifier reference =
                raw.reference() == null ? null : IdentifierRules.check(raw.reference(), "/externalId", faults);
        int places = Math.max(0, raw.currency().getDefaultFractionDigits());
        List<PurchaseLine> lines = new ArrayList<>(raw.lines().size());
        for (int i = 0; i < raw.lines().size(); i++) {
            faults.in("/lines", i);
            lines.add(line(raw.lines().get(i), places, raw.returnOf() != null, faults));
        }
        faults.out();
        return new NewPurchase(reference, raw.purchasedOn(), raw.currency(), lines, raw.returnOf());
    }

    private static PurchaseLine line(PurchaseLine raw, int places, boolean isReturn, Faults faults) {
        String product = TextRules.line(raw.product(), "/product", 200, faults);
        if (product == null) {
            faults.add("/product", "is missing");
            product = "?";
        }
        BigDecimal quantity = exact(raw.quantity(), 0, "/quantity", faults);
        BigDecimal amount = exact(raw.amount(), places, "/amount", faults);
        if (isReturn && (quantity.signum() > 0 || amount.signum() > 0)) {
            faults.add("", "gives something, but this is a return: its quantities and amounts are negative");
        } else if (quantity.signum() * amount.signum() < 0) {
            faults.add("/amount", "has another sign than the quantity");
        }
        return new PurchaseLine(product, quantity, amount, cost(raw.cost(), places, faults));
    }

    private static @Nullable BigDecimal cost(@Nullable BigDecimal raw, int places, Faults faults) {
        return raw == null ? null : exact(raw, places, "/cost", faults);
    }

    private static BigDecimal exact(BigDecimal raw, int places, String pointer, Faults faults) {
        if (raw.precision() > 60 || Math.abs(raw.scale()) > 60 || raw.abs().compareTo(MAX) >= 0) {
            faults.add(pointer, "is out of range");
            return BigDecimal.ZERO;
        }
        BigDecimal number = Decimals.plain(raw, places);
        if (number.scale() > MAX_SCALE) {
            faults.add(pointer, "has more than " + MAX_SCALE + " decimal places");
        }
        return number;
    }
}
