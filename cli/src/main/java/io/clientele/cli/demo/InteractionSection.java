package io.clientele.cli.demo;

import io.clientele.cli.demo.Enterprise.Culture;
import io.clientele.cli.demo.Enterprise.Life;
import io.clientele.cli.demo.Enterprise.Purpose;
import java.time.LocalDateTime;
import java.util.List;

/** What was said and written between the firm and its customers; more with those who buy more. */
final class InteractionSection implements Section {
    private static final int MOST = 30;
    private static final List<String> KINDS = List.of("note", "call", "call", "meeting", "message", "message", "visit");
    private static final List<String> OUTCOMES =
            List.of("", "", "interested", "no answer", "order expected", "complaint solved", "appointment made");

    private final Enterprise enterprise;
    private final Names names = new Names();
    private final WordList chinese = WordList.read("chinese-notes");
    private final WordList english = WordList.read("english-notes");

    InteractionSection(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    @Override
    public String kind() {
        return "interactions";
    }

    @Override
    public String header() {
        return "customer,kind,direction,channel,occurredAt,people,outcome,text";
    }

    @Override
    public void append(long customer, StringBuilder csv) {
        Life life = enterprise.life(customer);
        Dice dice = enterprise.dice(customer, Purpose.INTERACTIONS);
        // People go on being written to for a while after they have left.
        int end = Math.min(enterprise.days(), life.leaves() + 60);
        int span = Math.max(1, end - life.joined());
        double mean = 0.6 + span / 365.0 * Math.min(10, life.purchasesPerYear()) * 0.5;
        int count = (int) Math.min(MOST, dice.exponential(mean) + 0.5);
        for (int i = 0; i < count; i++) {
            // In order of time: each falls into its own part of the span.
            int day = life.joined() + (int) ((i + dice.unit()) * span / count);
            line(customer, Math.min(day, enterprise.days() - 1), dice, csv);
        }
    }

    private void line(long customer, int day, Dice dice, StringBuilder csv) {
        Culture culture = enterprise.culture(customer);
        String kind = dice.pick(KINDS);
        LocalDateTime at = enterprise.start().plusDays(day).atTime(8 + dice.below(10), dice.below(60), dice.below(60));
        WordList notes = culture == Culture.CHINESE ? chinese : english;
        String people = kind.equals("note") ? "" : names.person(culture, dice).written();
        new Cells(csv)
                .add(Enterprise.number(customer))
                .add(kind)
                .add(kind.equals("note") ? "none" : dice.chance(0.4) ? "in" : "out")
                .add(channel(kind, culture, dice))
                .add(at + (at.getSecond() == 0 ? ":00Z" : "Z"))
                .add(people)
                .add(dice.pick(OUTCOMES))
                .add(notes.pick(dice).get(0))
                .end();
    }

    private static String channel(String kind, Culture culture, Dice dice) {
        return switch (kind) {
            case "call" -> "phone";
            case "message" -> culture == Culture.CHINESE && dice.chance(0.7) ? "wechat" : "email";
            case "meeting" -> dice.chance(0.5) ? "video" : "office";
            case "visit" -> "on site";
            default -> "";
        };
    }
}
