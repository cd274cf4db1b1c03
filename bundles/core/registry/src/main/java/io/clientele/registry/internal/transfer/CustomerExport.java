package io.clientele.registry.internal.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.access.Audit;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.persistence.Transactions;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.transfer.csv.CsvText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers as a table, as many as a filter finds; memory does not grow with them. */
public final class CustomerExport {
    private static final String PERMISSION = "customers:export";
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final Callers callers;
    private final Customers customers;
    private final Transactions transactions;
    private final Audit audit;

    public CustomerExport(Callers callers, Customers customers, Transactions transactions, Audit audit) {
        this.callers = callers;
        this.customers = customers;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** An export that may go out; the audit knows of it before its first row does. */
    interface Rows {
        /** Writes all rows. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Prepares an export by the current caller; a filter that makes no sense fails here.
     *
     * @param mark whether the file begins with a byte order mark, by which spreadsheets tell UTF-8
     */
    Rows prepare(@Nullable String filter, Mark mark) {
        Caller caller = callers.require(PERMISSION);
        customers.list(new CustomerQuery(filter, null, 1, null, false), ID);
        transactions.write(connection -> {
            audit.record(new Change("registry.CustomersExported", "customer", 0, detail(filter)));
            return true;
        });
        return out -> callers.as(caller, () -> {
            write(filter, mark, out);
            return true;
        });
    }

    /** Whether a file begins with a byte order mark. */
    enum Mark {
        WITH,
        WITHOUT
    }

    private void write(@Nullable String filter, Mark mark, OutputStream out) {
        try {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (mark == Mark.WITH) {
                text.write('\uFEFF');
            }
            CsvText rows = new CsvText(text);
            rows.row(CustomerCsv.HEADER);
            customers.forEach(filter, CustomerRow.ROW, row -> rows.row(CustomerCsv.row(row.customer())));
            rows.flush();
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String detail(@Nullable String filter) {
        return JsonNodeFactory.instance.objectNode().put("filter", filter).toString();
    }
}
