package io.clientele.registry.internal.transfer.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries by the names that files give them in English, Chinese and German. */
final class Countries {
    private final Map<String, String> codes = new HashMap<>();

    Countries() {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN)) {
                codes.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
            }
        }
        codes.put("usa", "US");
        codes.put("uk", "GB");
    }

    /** The ISO 3166 alpha-2 code; a text that is no known name stays as it is. */
    String code(String text) {
        String stripped = text.strip();
        return stripped.length() == 2 && stripped.charAt(0) < 0x80
                ? stripped.toUpperCase(Locale.ROOT)
                : codes.getOrDefault(stripped.toLowerCase(Locale.ROOT), stripped);
    }
}
