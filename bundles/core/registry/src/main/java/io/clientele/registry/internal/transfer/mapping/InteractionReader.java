package io.clientele.registry.internal.transfer.mapping;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.Direction;
import io.clientele.registry.InteractionKind;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.internal.BulkInteractions;
import io.clientele.registry.internal.Faults;
import io.clientele.registry.internal.InteractionRules;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Reads interactions; without a kind a row is a note. */
public final class InteractionReader implements RowReader<BulkInteractions.Row> {
    private final Cells cells;
    private final CustomerColumns customer;
    private final Dates dates;

    /** Fails with {@link InvalidInputException} if the mapping of {@code settings} makes no sense. */
    public InteractionReader(ImportSettings settings) {
        cells = new Cells(ImportKind.INTERACTIONS, settings);
        customer = new CustomerColumns(cells, Field.CUSTOMER_ID, Field.CUSTOMER);
        dates = Dates.of(settings.dateFormat());
        if (!cells.has(Field.OCCURRED_AT)) {
            throw new InvalidInputException("/mapping", "No column is mapped to " + Field.OCCURRED_AT.code());
        }
    }

    @Override
    public BulkInteractions.Row read(List<String> row) {
        Instant occurredAt = cells.value(row, Field.OCCURRED_AT, dates::instant)
                .orElseThrow(() -> new BadCellException(cells.number(Field.OCCURRED_AT), "The row has no time"));
        NewInteraction interaction = new NewInteraction(
                cells.value(row, Field.KIND, text -> InteractionKind.of(text.toLowerCase(Locale.ROOT)))
                        .orElse(InteractionKind.NOTE),
                cells.value(row, Field.DIRECTION, text -> Direction.of(text.toLowerCase(Locale.ROOT)))
                        .orElse(Direction.NONE),
                cells.textOrNull(row, Field.CHANNEL),
                occurredAt,
                Lists.split(cells.text(row, Field.PEOPLE)),
                cells.textOrNull(row, Field.OUTCOME),
                cells.textOrNull(row, Field.TEXT));
        return new BulkInteractions.Row(customer.read(row), interaction);
    }

    @Override
    public long key(BulkInteractions.Row row) {
        NewInteraction said = row.interaction();
        return Hash.of(row.customer() + "\n" + InteractionRules.check(said, said.occurredAt(), new Faults()));
    }

    @Override
    public int column(BulkInteractions.Row row, String pointer) {
        if (pointer.startsWith("/customer")) {
            return customer.column();
        }
        String[] steps = pointer.split("/", -1);
        return steps.length < 2 ? 0 : Field.of(steps[1]).map(cells::number).orElse(0);
    }
}
