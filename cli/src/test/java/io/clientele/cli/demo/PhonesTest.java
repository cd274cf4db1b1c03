package io.clientele.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.clientele.cli.demo.Enterprise.Culture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PhonesTest {
    private final Places places = new Places();

    @Property
    void every_number_is_valid_in_the_country_of_the_address(@ForAll Culture culture, @ForAll long customer)
            throws NumberParseException {
        Places.Place place = places.place(culture, new Dice(1, customer, 0));
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

        assertThat(phones.isValidNumberForRegion(
                        phones.parse(place.phone(), null), place.land().country()))
                .as(place.phone())
                .isTrue();
    }
}
