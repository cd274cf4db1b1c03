package io.clientele.registry.internal.transfer.mapping;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.internal.CustomerKey;
import java.util.List;
import java.util.Optional;

/** Reads which customer a row is about: by the registry's id, or by the name that another system has. */
final class CustomerColumns {
    private final Cells cells;
    private final Field id;
    private final Field name;

    CustomerColumns(Cells cells, Field id, Field name) {
        this.cells = cells;
        this.id = id;
        this.name = name;
        if (!cells.has(id) && !cells.has(name)) {
            throw new InvalidInputException("/mapping", "No column is mapped to " + name.code() + " or " + id.code());
        }
    }

    CustomerKey read(List<String> row) {
        Optional<Long> known = cells.value(row, id, CustomerReader::shortId);
        if (known.isPresent()) {
            return new CustomerKey.ById(new CustomerId(known.get()));
        }
        for (Column column : cells.all(name)) {
            String text = Cells.text(row, column).strip();
            if (!text.isEmpty()) {
                return new CustomerKey.ByIdentifier(column.identifier(text));
            }
        }
        throw new BadCellException(column(), "The row does not say which customer it is about");
    }

    int column() {
        return Math.max(cells.number(name), cells.number(id));
    }
}
