package io.clientele.cli.demo;

import io.clientele.cli.demo.Enterprise.Life;
import io.clientele.cli.demo.Enterprise.Purpose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** What was bought and sent back: a few customers bring most of the money, and the year has its seasons. */
final class PurchaseSection implements Section {
    private static final int MOST = 400;
    private static final double RETURNED = 0.03;
    /** January to December; the spring festival is quiet, June and November have their sales. */
    private static final List<Double> SEASON = List.of(0.9, 0.6, 0.9, 0.95, 1.0, 1.2, 0.8, 0.75, 1.0, 1.05, 1.6, 1.4);

    private static final double PEAK = 1.6;

    private final Enterprise enterprise;
    private final WordList products = WordList.read("products");

    PurchaseSection(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    @Override
    public String kind() {
        return "purchases";
    }

    @Override
    public String header() {
        return "externalId,customer,date,currency,product,quantity,amount,cost,returned";
    }

    @Override
    public void append(long customer, StringBuilder csv) {
        Life life = enterprise.life(customer);
        if (life.prospect()) {
            return;
        }
        Dice dice = enterprise.dice(customer, Purpose.PURCHASES);
        int end = Math.min(enterprise.days(), life.leaves() + 1);
        double gap = 365 / (life.purchasesPerYear() * PEAK);
        double day = life.joined();
        int number = 0;
        // The first purchase made them a customer; after it, days out of season are skipped more often.
        while (day < end && number < MOST) {
            LocalDate date = enterprise.start().plusDays((long) day);
            if (number == 0 || dice.chance(SEASON.get(date.getMonthValue() - 1) / PEAK)) {
                number++;
                buy(new Purchase(customer, number, date), life, dice, csv);
            }
            day += dice.exponential(gap);
        }
    }

    private record Purchase(long customer, int number, LocalDate date) {
        String id() {
            return "P" + Enterprise.number(customer).substring(1) + "-" + number;
        }
    }

    private void buy(Purchase purchase, Life life, Dice dice, StringBuilder csv) {
        Line first = pick(life, dice);
        line(purchase.id(), purchase, first, csv);
        for (int more = dice.skewed(3); more > 0; more--) {
            line(purchase.id(), purchase, pick(life, dice), csv);
        }
        LocalDate back = purchase.date().plusDays(3 + dice.below(25));
        if (dice.chance(RETURNED) && back.isBefore(enterprise.until())) {
            Line negative = new Line(first.product(), first.quantity().negate(), first.price(), first.cost());
            line(purchase.id() + "R", new Purchase(purchase.customer(), purchase.number(), back), negative, csv);
        }
    }

    private Line pick(Life life, Dice dice) {
        List<String> product = products.pick(dice);
        BigDecimal price = new BigDecimal(product.get(1));
        BigDecimal quantity = BigDecimal.valueOf(1 + (long) dice.exponential(life.spend()));
        BigDecimal cost =
                price.multiply(BigDecimal.valueOf(0.45 + 0.3 * dice.unit())).setScale(2, RoundingMode.HALF_UP);
        return new Line(product.get(0), quantity, price, cost);
    }

    private record Line(String product, BigDecimal quantity, BigDecimal price, BigDecimal cost) {}

    private void line(String id, Purchase purchase, Line line, StringBuilder csv) {
        boolean chinese = enterprise.culture(purchase.customer()) == Enterprise.Culture.CHINESE;
        new Cells(csv)
                .add(id)
                .add(Enterprise.number(purchase.customer()))
                .add(purchase.date().toString())
                .add(chinese ? "CNY" : "USD")
                .add(line.product())
                .add(line.quantity().toString())
                .add(line.price().multiply(line.quantity()).toPlainString())
                .add(line.cost().multiply(line.quantity()).toPlainString())
                .add(line.quantity().signum() < 0 ? "true" : "false")
                .end();
    }
}
