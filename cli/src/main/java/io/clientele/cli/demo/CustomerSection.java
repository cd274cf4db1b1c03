package io.clientele.cli.demo;

import io.clientele.cli.demo.Enterprise.Culture;
import io.clientele.cli.demo.Enterprise.Life;
import io.clientele.cli.demo.Enterprise.Purpose;
import java.util.ArrayList;
import java.util.List;

/** The customers themselves. */
final class CustomerSection implements Section {
    private static final List<String> TAGS =
            List.of("newsletter", "wholesale", "partner", "trade fair", "referral", "key account", "老客户", "展会");

    private final Enterprise enterprise;
    private final Names names = new Names();
    private final Places places = new Places();

    CustomerSection(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public String header() {
        return "identifier,kind,name,status,language,timeZone,email,phone,web,street,city,region,postalCode,country,tags";
    }

    @Override
    public void append(long customer, StringBuilder csv) {
        boolean organisation = enterprise.isOrganisation(customer);
        Culture culture = enterprise.culture(customer);
        Dice dice = enterprise.dice(customer, Purpose.PROFILE);
        Places.Place place = places.place(culture, dice);
        Names.Name name = organisation ? names.organisation(culture, place.city(), dice) : names.person(culture, dice);
        // A number in the address keeps it unique; the top-level domain is nobody's.
        String unique = name.latin() + (customer + 1);
        String mail = organisation ? "info@" + unique + ".example" : unique + "@mail.example";
        new Cells(csv)
                .add(Enterprise.number(customer))
                .add(organisation ? "organisation" : "person")
                .add(name.written())
                .add(status(customer, dice))
                .add(place.land().language())
                .add(place.land().timeZone())
                .add(dice.chance(0.93) ? mail : "")
                .add(dice.chance(0.85) ? place.phone() : "")
                .add(organisation ? "https://www." + unique + ".example" : "")
                .add(place.street())
                .add(place.city())
                .add(place.region())
                .add(place.postalCode())
                .add(place.land().country())
                .add(tags(dice))
                .end();
    }

    private String status(long customer, Dice dice) {
        Life life = enterprise.life(customer);
        if (dice.chance(0.02)) {
            return "archived";
        }
        if (life.prospect()) {
            return "prospect";
        }
        return life.leaves() > enterprise.days() ? "active" : "inactive";
    }

    private static String tags(Dice dice) {
        List<String> tags = new ArrayList<>();
        for (String tag : TAGS) {
            if (dice.chance(0.12)) {
                tags.add(tag);
            }
        }
        return String.join(";", tags);
    }
}
