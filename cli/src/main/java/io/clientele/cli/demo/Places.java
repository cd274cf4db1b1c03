package io.clientele.cli.demo;

import io.clientele.cli.demo.Enterprise.Culture;
import java.util.List;

/** Where customers live, and telephone numbers that fit. */
final class Places {
    private static final List<String> CHINESE_MOBILE = List.of(
            "130", "131", "132", "133", "135", "136", "137", "138", "139", "150", "151", "152", "158", "159", "176",
            "177", "180", "181", "186", "187", "188", "189", "199");
    private static final List<String> CHINESE_STREETS =
            List.of("人民路", "中山路", "解放路", "建设路", "和平路", "新华路", "文化路", "长江路", "南京路", "科技大道");
    private static final List<String> ENGLISH_STREETS = List.of(
            "High Street",
            "Station Road",
            "Main Street",
            "Church Lane",
            "Victoria Road",
            "Park Avenue",
            "Mill Lane",
            "Oak Street",
            "King Street",
            "Queens Road");

    private final WordList chinese = WordList.read("chinese-cities");
    private final WordList british = WordList.read("british-cities");
    private final WordList american = WordList.read("american-cities");

    /** An address and a telephone number in it; {@code number} is the house in the form of the country. */
    record Place(String street, String city, String region, String postalCode, Land land, String phone) {}

    /** What goes with a country. */
    record Land(String country, String language, String timeZone) {}

    Place place(Culture culture, Dice dice) {
        return switch (culture) {
            case CHINESE -> {
                List<String> city = chinese.pickCommon(dice);
                String street = dice.pick(CHINESE_STREETS) + (1 + dice.below(900)) + "号";
                Land land = new Land("CN", "zh", "Asia/Shanghai");
                String phone = "+86" + dice.pick(CHINESE_MOBILE) + digits(dice, 8);
                yield new Place(street, city.get(0), city.get(1), city.get(2), land, phone);
            }
            case BRITISH -> {
                List<String> city = british.pickCommon(dice);
                Land land = new Land("GB", "en", "Europe/London");
                // The exchanges of the numbers that Ofcom keeps for drama.
                String exchange = city.get(3) + city.get(4);
                String phone = "+44" + exchange + digits(dice, 10 - exchange.length());
                yield new Place(englishStreet(dice), city.get(0), city.get(1), city.get(2), land, phone);
            }
            case AMERICAN -> {
                List<String> city = american.pickCommon(dice);
                Land land = new Land("US", "en", city.get(4));
                // 555 is nobody's exchange.
                String phone = "+1" + city.get(3) + "555" + digits(dice, 4);
                yield new Place(englishStreet(dice), city.get(0), city.get(1), city.get(2), land, phone);
            }
        };
    }

    private static String englishStreet(Dice dice) {
        return 1 + dice.below(400) + " " + dice.pick(ENGLISH_STREETS);
    }

    private static String digits(Dice dice, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + dice.below(10)));
        }
        return digits.toString();
    }
}
