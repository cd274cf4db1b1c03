package io.clientele.registry.internal.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.access.Audit;
import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Customers;
import io.clientele.facts.FactValues;
import io.clientele.facts.Row;
import io.clientele.persistence.Transactions;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.transfer.csv.CsvText;
import io.clientele.registry.internal.transfer.mapping.Staff;
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
    private final Staff staff;

    CustomerExport(Platform platform, Staff staff) {
        this.callers = platform.callers();
        this.customers = platform.customers();
        this.transactions = platform.transactions();
        this.audit = platform.audit();
        this.staff = staff;
    }

    /** An export that may go out; the audit knows of it before its first row does. */
    interface Rows {
        /** Writes all rows. */
        void to(OutputStream out) throws IOException;
    }

    /** The rows of a file. */
    interface Table {
        /** Which customers they are of; null for all. */
        @Nullable
        String filter();

        /** Fails if what is asked for makes no sense. */
        void check();

        List<String> header();

        void write(CsvText rows);
    }

    /** Every field of the customers that a filter finds; an import makes the same customers of them. */
    Table whole(@Nullable String filter) {
        return new Whole(customers, staff, filter);
    }

    /** The facts of customers that a list shows. */
    Table shown(FactValues values, FactExport.Wanted wanted) {
        return new FactExport(new FactExport.Parts(customers, values, staff), wanted);
    }

    /**
     * Prepares an export by the current caller; a filter that makes no sense fails here.
     *
     * @param mark whether the file begins with a byte order mark, by which spreadsheets tell UTF-8
     */
    Rows prepare(Table table, Mark mark) {
        Caller caller = callers.require(PERMISSION);
        table.check();
        transactions.write(connection -> {
            audit.record(new Change("registry.CustomersExported", "customer", 0, detail(table.filter())));
            return true;
        });
        return out -> callers.as(caller, () -> {
            write(table, mark, out);
            return true;
        });
    }

    private record Whole(Customers customers, Staff staff, @Nullable String filter) implements Table {
        @Override
        public void check() {
            customers.list(new CustomerQuery(filter, null, 1, null, false), ID);
        }

        @Override
        public List<String> header() {
            return CustomerCsv.HEADER;
        }

        @Override
        public void write(CsvText rows) {
            CustomerCsv csv = new CustomerCsv(staff);
            customers.forEach(filter, CustomerRow.ROW, row -> rows.row(csv.row(row.customer())));
        }
    }

    /** Whether a file begins with a byte order mark. */
    enum Mark {
        WITH,
        WITHOUT
    }

    private static void write(Table table, Mark mark, OutputStream out) {
        try {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (mark == Mark.WITH) {
                text.write('\uFEFF');
            }
            CsvText rows = new CsvText(text);
            rows.row(table.header());
            table.write(rows);
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
