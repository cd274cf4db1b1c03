package io.clientele.registry.internal;

import io.clientele.registry.ContactPoint;
import io.clientele.registry.internal.store.CheckedProfile.LookUp;
import io.clientele.registry.internal.store.CheckedProfile.LookUpKind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What contact points may be. Safe for use by many threads. */
public final class ContactRules {
    private static final int MAX_LABEL = 50;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private final Phones phones;

    ContactRules(Phones phones) {
        this.phones = phones;
    }

    /** The contact point in its one form, or null after a fault or if it is empty; adds the key it is looked up by. */
    @Nullable
    ContactPoint check(ContactPoint raw, Set<LookUp> keys, Faults faults) {
        String label = TextRules.line(raw.label(), "/label", MAX_LABEL, faults);
        if (raw instanceof ContactPoint.Email email) {
            return email(email, label, keys, faults);
        }
        if (raw instanceof ContactPoint.Phone phone) {
            return phone(phone, label, keys, faults);
        }
        return raw instanceof ContactPoint.Web web
                ? web(web, label, keys, faults)
                : postal((ContactPoint.Postal) raw, label, faults);
    }

    /** The form in which tags, e-mail addresses and web pages are compared. */
    public static String folded(String text) {
        return TextRules.isPlain(text)
                ? text.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static @Nullable ContactPoint email(
            ContactPoint.Email raw, @Nullable String label, Set<LookUp> keys, Faults faults) {
        String text = TextRules.line(raw.address(), "/value", 254, faults);
        WebAddresses.Address address = text == null ? null : WebAddresses.email(text);
        if (address == null) {
            faults.add("/value", "is no e-mail address");
            return null;
        }
        keys.add(new LookUp(LookUpKind.EMAIL, address.key()));
        return new ContactPoint.Email(address.shown(), label);
    }

    private @Nullable ContactPoint phone(
            ContactPoint.Phone raw, @Nullable String label, Set<LookUp> keys, Faults faults) {
        String text = TextRules.line(raw.number(), "/value", 60, faults);
        if (text == null) {
            faults.add("/value", "is missing");
            return null;
        }
        Phones.Canonical number = phones.read(text);
        keys.add(new LookUp(LookUpKind.PHONE, number.key()));
        return new ContactPoint.Phone(number.shown(), label);
    }

    private static @Nullable ContactPoint web(
            ContactPoint.Web raw, @Nullable String label, Set<LookUp> keys, Faults faults) {
        String text = TextRules.line(raw.url(), "/value", 450, faults);
        WebAddresses.Address address = text == null ? null : WebAddresses.web(text);
        if (address == null) {
            faults.add("/value", "is no web address such as https://example.com");
            return null;
        }
        keys.add(new LookUp(LookUpKind.WEB, address.key()));
        return new ContactPoint.Web(address.shown(), label);
    }

    private static @Nullable ContactPoint postal(ContactPoint.Postal raw, @Nullable String label, Faults faults) {
        String street = TextRules.block(raw.street(), "/street", 300, faults);
        String city = TextRules.line(raw.city(), "/city", 100, faults);
        String region = TextRules.line(raw.region(), "/region", 100, faults);
        String postalCode = TextRules.line(raw.postalCode(), "/postalCode", 20, faults);
        String country = TextRules.line(raw.country(), "/country", 2, faults);
        if (country != null) {
            country = country.toUpperCase(Locale.ROOT);
            if (!COUNTRIES.contains(country)) {
                faults.add("/country", "is no country code (ISO 3166 alpha-2) such as CN");
            }
        }
        if (street == null && city == null && region == null && postalCode == null && country == null) {
            faults.add("", "is an empty address");
            return null;
        }
        return new ContactPoint.Postal(street, city, region, postalCode, country, label);
    }
}
