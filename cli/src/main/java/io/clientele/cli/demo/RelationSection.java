package io.clientele.cli.demo;

import io.clientele.cli.demo.Enterprise.Purpose;

/** Who works where, and which organisation supplies which. */
final class RelationSection implements Section {
    private final Enterprise enterprise;

    RelationSection(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    @Override
    public String kind() {
        return "relations";
    }

    @Override
    public String header() {
        return "customer,kind,to";
    }

    @Override
    public void append(long customer, StringBuilder csv) {
        Dice dice = enterprise.dice(customer, Purpose.RELATIONS);
        boolean organisation = enterprise.isOrganisation(customer);
        if (!dice.chance(organisation ? 0.1 : 0.55)) {
            return;
        }
        long other = enterprise.employer(customer, dice);
        if (other >= 0 && other != customer) {
            new Cells(csv)
                    .add(Enterprise.number(customer))
                    .add(organisation ? "supplier" : "employer")
                    .add(Enterprise.number(other))
                    .end();
        }
    }
}
