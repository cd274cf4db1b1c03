package io.clientele.cli.demo;

import io.clientele.cli.demo.Enterprise.Culture;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of people and organisations, with what can be typed of them in an address. */
final class Names {
    private final WordList surnames = WordList.read("chinese-surnames");
    private final WordList given = WordList.read("chinese-given");
    private final WordList first = WordList.read("english-first");
    private final WordList last = WordList.read("english-last");
    private final WordList chineseMarks = WordList.read("chinese-marks");
    private final WordList chineseTrades = WordList.read("chinese-trades");
    private final WordList englishMarks = WordList.read("english-marks");
    private final WordList englishTrades = WordList.read("english-trades");
    private final WordList forms = WordList.read("english-forms");

    /** A name as it is written, and in lower-case Latin letters. */
    record Name(String written, String latin) {}

    Name person(Culture culture, Dice dice) {
        if (culture != Culture.CHINESE) {
            String forename = first.pickCommon(dice).get(0);
            String surname = last.pickCommon(dice).get(0);
            return new Name(forename + " " + surname, latin(forename) + "." + latin(surname));
        }
        List<String> surname = surnames.pickCommon(dice);
        List<String> one = given.pick(dice);
        if (dice.chance(0.2)) {
            return new Name(surname.get(0) + one.get(0), latin(surname.get(1)) + "." + one.get(1));
        }
        List<String> two = given.pick(dice);
        return new Name(
                surname.get(0) + one.get(0) + two.get(0), latin(surname.get(1)) + "." + one.get(1) + two.get(1));
    }

    /** {@code city} goes into the name of a Chinese organisation, as is the custom there. */
    Name organisation(Culture culture, String city, Dice dice) {
        if (culture == Culture.CHINESE) {
            List<String> one = chineseMarks.pick(dice);
            List<String> two = chineseMarks.pick(dice);
            String trade = chineseTrades.pick(dice).get(0);
            String form = dice.chance(0.15) ? "股份有限公司" : "有限公司";
            return new Name(city + one.get(0) + two.get(0) + trade + form, one.get(1) + two.get(1));
        }
        String mark = dice.chance(0.5)
                ? englishMarks.pick(dice).get(0)
                : last.pick(dice).get(0)
                        + (dice.chance(0.3) ? " & " + last.pick(dice).get(0) : "");
        String trade = englishTrades.pick(dice).get(0);
        return new Name(mark + " " + trade + " " + forms.pick(dice).get(0), latin(mark + trade));
    }

    static String latin(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(plain.length());
        plain.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
