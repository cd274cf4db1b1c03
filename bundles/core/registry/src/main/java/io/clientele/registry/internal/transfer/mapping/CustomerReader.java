package io.clientele.registry.internal.transfer.mapping;

import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Status;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.CustomerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads customers. A customer is told by {@code id} if the file has it, else by the first identifier. */
public final class CustomerReader implements RowReader<BulkCustomers.Row> {
    private static final Set<String> ORGANISATIONS = Set.of(
            "organisation",
            "organization",
            "company",
            "business",
            "公司",
            "企业",
            "组织",
            "机构",
            "单位",
            "firma",
            "unternehmen");
    private static final Set<String> PERSONS = Set.of("person", "individual", "contact", "个人", "人", "联系人", "privat");

    private final Cells cells;
    private final ContactReader contacts;
    private final AssigneeReader owners;
    private final AssigneeReader teams;

    /** Fails with {@link io.clientele.kernel.InvalidInputException} if the mapping of {@code settings} makes no sense. */
    public CustomerReader(ImportSettings settings, Staff staff) {
        cells = new Cells(ImportKind.CUSTOMERS, settings);
        contacts = new ContactReader(cells);
        owners = new AssigneeReader(cells, Field.OWNER, () -> Assignees.of(staff.users()));
        teams = new AssigneeReader(cells, Field.TEAM, () -> Assignees.of(staff.teams()));
    }

    @Override
    public BulkCustomers.Row read(List<String> row) {
        List<Identifier> identifiers = identifiers(row);
        CustomerKind kind = kind(row);
        Status status = cells.value(row, Field.STATUS, text -> Status.of(text.toLowerCase(Locale.ROOT)))
                .orElse(null);
        CustomerEdit.Heading heading = new CustomerEdit.Heading(
                kind,
                name(row),
                status,
                cells.textOrNull(row, Field.LANGUAGE),
                cells.textOrNull(row, Field.TIME_ZONE),
                owners.read(row),
                teams.read(row));
        List<String> tags = Lists.split(cells.text(row, Field.TAGS));
        CustomerEdit edit = new CustomerEdit(cells, heading, identifiers, contacts.read(row), tags);
        return new BulkCustomers.Row(key(row, identifiers), edit);
    }

    private @Nullable CustomerKey key(List<String> row, List<Identifier> identifiers) {
        Optional<Long> id = cells.value(row, Field.ID, CustomerReader::shortId);
        if (id.isPresent()) {
            return new CustomerKey.ById(new CustomerId(id.get()));
        }
        return identifiers.isEmpty() ? null : new CustomerKey.ByIdentifier(identifiers.get(0));
    }

    static Optional<Long> shortId(String text) {
        long id = ShortId.parse(text);
        return id < 0 ? Optional.empty() : Optional.of(id);
    }

    private @Nullable CustomerKind kind(List<String> row) {
        Optional<CustomerKind> said = cells.value(row, Field.KIND, text -> {
            String word = text.toLowerCase(Locale.ROOT);
            return ORGANISATIONS.contains(word)
                    ? Optional.of(CustomerKind.ORGANISATION)
                    : PERSONS.contains(word) ? Optional.of(CustomerKind.PERSON) : Optional.empty();
        });
        boolean company = cells.text(row, Field.NAME).isBlank()
                && !cells.text(row, Field.COMPANY).isBlank();
        return said.orElse(company ? CustomerKind.ORGANISATION : null);
    }

    private String name(List<String> row) {
        String name = cells.text(row, Field.NAME);
        if (!name.isBlank()) {
            return name;
        }
        String company = cells.text(row, Field.COMPANY);
        if (!company.isBlank()) {
            return company;
        }
        String given = cells.text(row, Field.GIVEN_NAME).strip();
        String family = cells.text(row, Field.FAMILY_NAME).strip();
        boolean western = (given + family).chars().allMatch(c -> c < 0x2E80);
        return western ? (given + " " + family).strip() : family + given;
    }

    private List<Identifier> identifiers(List<String> row) {
        List<Identifier> identifiers = new ArrayList<>();
        for (Column column : cells.all(Field.IDENTIFIER)) {
            String id = Cells.text(row, column).strip();
            if (!id.isEmpty()) {
                identifiers.add(column.identifier(id));
            }
        }
        for (String each : Lists.split(cells.text(row, Field.IDENTIFIERS))) {
            int colon = each.indexOf(':');
            if (colon <= 0) {
                throw new BadCellException(cells.number(Field.IDENTIFIERS), "An identifier is written as source:id");
            }
            identifiers.add(new Identifier(each.substring(0, colon), each.substring(colon + 1)));
        }
        return identifiers;
    }

    @Override
    public long key(BulkCustomers.Row customer) {
        return 0;
    }

    /** The first identifier, for a file whose ids this registry does not know. */
    public static BulkCustomers.Row byIdentifier(BulkCustomers.Row customer) {
        List<Identifier> identifiers = ((CustomerEdit) customer.edit()).identifiers();
        CustomerKey key = identifiers.isEmpty() ? null : new CustomerKey.ByIdentifier(identifiers.get(0));
        return new BulkCustomers.Row(key, customer.edit());
    }

    @Override
    public int column(BulkCustomers.Row customer, String pointer) {
        return ((CustomerEdit) customer.edit()).column(pointer);
    }
}
