package io.clientele.cli.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The made-up enterprise: so many customers, three years up to a day. Nothing of it is stored; whatever is asked of a
 * customer is computed from the seed and the customer's place.
 */
record Enterprise(long seed, long customers, LocalDate until) {
    private static final int YEARS = 3;
    private static final double CHINESE = 0.6;
    private static final double ORGANISATIONS = 0.4;
    private static final int SEARCH_LENGTH = 64;

    /**
     * The system that the made-up numbers come from. Another seed or day makes other purchases of the same numbers, and
     * must not be taken for corrections of these.
     */
    String source() {
        return "demo-" + seed + "-" + until;
    }

    /** Each purpose has numbers of its own, so that a change to one section leaves the others as they are. */
    enum Purpose {
        KIND(1),
        LIFE(2),
        PROFILE(3),
        RELATIONS(4),
        INTERACTIONS(5),
        PURCHASES(6);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }

    /** How a customer's name is written, and where the customer lives. */
    enum Culture {
        CHINESE,
        BRITISH,
        AMERICAN
    }

    LocalDate start() {
        return until.minusYears(YEARS);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(start(), until);
    }

    Dice dice(long customer, Purpose purpose) {
        return new Dice(seed, customer, purpose.number);
    }

    boolean isOrganisation(long customer) {
        return dice(customer, Purpose.KIND).chance(ORGANISATIONS);
    }

    Culture culture(long customer) {
        Dice dice = dice(customer, Purpose.KIND);
        // The first number decides between person and organisation.
        dice.unit();
        if (dice.chance(CHINESE)) {
            return Culture.CHINESE;
        }
        return dice.chance(0.5) ? Culture.BRITISH : Culture.AMERICAN;
    }

    /** An organisation of the same culture for a person to work at; -1 when none is near. Few have many people. */
    long employer(long person, Dice dice) {
        double unit = dice.unit();
        long from = (long) (unit * unit * customers);
        for (long at = from; at < Math.min(customers, from + SEARCH_LENGTH); at++) {
            if (isOrganisation(at) && culture(at) == culture(person)) {
                return at;
            }
        }
        return -1;
    }

    /** When a customer came, how often and how much they buy, and when they silently left. */
    Life life(long customer) {
        Dice dice = dice(customer, Purpose.LIFE);
        int joined = dice.chance(0.3) ? dice.below(Math.min(90, days())) : dice.below(days());
        double perYear = 0.5 * dice.pareto(1.4, 60);
        double spend = dice.pareto(1.6, 300) * (isOrganisation(customer) ? 4 : 1);
        int leaves = joined + (int) dice.exponential(800);
        return new Life(joined, leaves, perYear, spend, dice.chance(0.22));
    }

    /** Days are counted from the start of the three years; {@code leaves} may lie after their end. */
    record Life(int joined, int leaves, double purchasesPerYear, double spend, boolean prospect) {}

    /** The customer's number in the system the demo pretends to come from. */
    static String number(long customer) {
        String digits = Long.toString(customer + 1);
        return "C" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
    }
}
