package io.clientele.registry.internal;

import io.clientele.facts.Words;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.ContactPoint.Postal;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.store.CheckedProfile;
import io.clientele.registry.internal.store.CheckedProfile.LookUp;
import io.clientele.registry.internal.store.CheckedProfile.LookUpKind;
import io.clientele.registry.internal.store.ProfileJson;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer may be, and how what was said about one is brought into one form. Safe for use by many threads. */
public final class ProfileRules {
    static final int MAX_NAME = 200;
    private static final int MAX_NAME_KEY = 400;
    private static final int MAX_SEARCH_WORDS = 2000;
    private static final int MAX_IDENTIFIERS = 20;
    private static final int MAX_CONTACT_POINTS = 50;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG = 64;

    private final Romanisation romanisation;
    private final ContactRules contacts;

    public ProfileRules(Romanisation romanisation, Phones phones) {
        this.romanisation = romanisation;
        this.contacts = new ContactRules(phones);
    }

    /** The profile in its one form; unusable, and every fault recorded, if it breaks a rule. */
    public CheckedProfile check(Profile raw, Faults faults) {
        String name = TextRules.line(raw.name(), "/name", MAX_NAME, faults);
        if (name == null) {
            faults.add("/name", "is missing");
            name = "?";
        }
        Set<LookUp> keys = new HashSet<>();
        Profile clean = new Profile(
                raw.kind(),
                name,
                language(raw.language(), faults),
                timeZone(raw.timeZone(), faults),
                raw.status(),
                raw.owner(),
                raw.team(),
                identifiers(raw.identifiers(), faults),
                contactPoints(raw.contactPoints(), keys, faults),
                tags(raw.tags(), keys, faults));
        Postal address = address(clean.contactPoints());
        String roman = roman(name);
        return new CheckedProfile(
                clean, roman, searchWords(clean, roman, address), ProfileJson.write(clean), keys, address);
    }

    /** The form of a name that lists are sorted and searched by; also for what a person searches. */
    public String roman(String name) {
        String roman = romanisation.romanise(name);
        // A name of nothing but signs that have no reading stays as it is, for it has to stand somewhere.
        String key = roman.isEmpty() ? name : roman;
        return key.length() > MAX_NAME_KEY ? key.substring(0, MAX_NAME_KEY) : key;
    }

    private static @Nullable String language(@Nullable String raw, Faults faults) {
        String tag = TextRules.line(raw, "/language", 35, faults);
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            faults.add("/language", "is no language tag (BCP 47) such as zh-Hans");
            return null;
        }
    }

    private static @Nullable String timeZone(@Nullable String raw, Faults faults) {
        String zone = TextRules.line(raw, "/timeZone", 50, faults);
        if (zone == null || isTimeZone(zone)) {
            return zone;
        }
        faults.add("/timeZone", "is no time zone (IANA) such as Asia/Shanghai");
        return null;
    }

    private static boolean isTimeZone(String zone) {
        if (zone.indexOf('/') < 0) {
            return zone.equals("UTC");
        }
        try {
            return ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<Identifier> identifiers(List<Identifier> raw, Faults faults) {
        if (raw.isEmpty()) {
            return raw;
        }
        if (raw.size() > MAX_IDENTIFIERS) {
            faults.add("/identifiers", "holds more than " + MAX_IDENTIFIERS);
            return List.of();
        }
        List<Identifier> clean = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            faults.in("/identifiers", i);
            Identifier identifier = IdentifierRules.check(raw.get(i), faults);
            if (identifier != null && !clean.contains(identifier)) {
                clean.add(identifier);
            }
        }
        faults.out();
        return clean;
    }

    private List<ContactPoint> contactPoints(List<ContactPoint> raw, Set<LookUp> keys, Faults faults) {
        if (raw.size() > MAX_CONTACT_POINTS) {
            faults.add("/contactPoints", "holds more than " + MAX_CONTACT_POINTS);
            return List.of();
        }
        List<ContactPoint> clean = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            faults.in("/contactPoints", i);
            ContactPoint point = contacts.check(raw.get(i), keys, faults);
            if (point != null && !clean.contains(point)) {
                clean.add(point);
            }
        }
        faults.out();
        return clean;
    }

    private static List<String> tags(List<String> raw, Set<LookUp> keys, Faults faults) {
        if (raw.isEmpty()) {
            return raw;
        }
        if (raw.size() > MAX_TAGS) {
            faults.add("/tags", "holds more than " + MAX_TAGS);
            return List.of();
        }
        Map<String, String> clean = new LinkedHashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            faults.in("/tags", i);
            String tag = TextRules.line(raw.get(i), "", MAX_TAG, faults);
            if (tag != null && clean.putIfAbsent(ContactRules.folded(tag), tag) == null) {
                keys.add(new LookUp(LookUpKind.TAG, ContactRules.folded(tag)));
            }
        }
        faults.out();
        return List.copyOf(clean.values());
    }

    private static @Nullable Postal address(List<ContactPoint> points) {
        for (ContactPoint point : points) {
            if (point instanceof Postal postal) {
                return postal;
            }
        }
        return null;
    }

    /** People write 小明 as xiaoming, in one word. */
    private static String joined(String roman) {
        return roman.replace(" ", "");
    }

    private static String searchWords(Profile profile, String roman, @Nullable Postal address) {
        StringBuilder text = new StringBuilder(profile.name());
        if (!roman.equalsIgnoreCase(profile.name())) {
            text.append(' ').append(roman);
            if (profile.kind() == CustomerKind.PERSON && !TextRules.isPlain(profile.name())) {
                text.append(' ').append(joined(roman));
                text.append(' ').append(joined(roman.substring(roman.indexOf(' ') + 1)));
            }
        }
        if (address != null && address.city() != null) {
            text.append(' ').append(address.city());
        }
        profile.tags().forEach(tag -> text.append(' ').append(tag));
        String words = Words.normalise(text.toString());
        return words.length() > MAX_SEARCH_WORDS ? words.substring(0, MAX_SEARCH_WORDS) : words;
    }
}
