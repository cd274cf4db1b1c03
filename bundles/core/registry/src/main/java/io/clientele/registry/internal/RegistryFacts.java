package io.clientele.registry.internal;

import io.clientele.facts.FactType;
import io.clientele.facts.Words;
import io.clientele.facts.spi.FactColumn;
import io.clientele.facts.spi.FactSource;
import io.clientele.registry.ContactChannel;
import io.clientele.registry.internal.store.CheckedProfile.LookUpKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which facts the registry's tables hold. */
public final class RegistryFacts {
    private RegistryFacts() {}

    /** A source for each table. */
    public static List<FactSource> all(Normalisation normalisation) {
        return List.of(
                customers(normalisation.rules()),
                lookUps(normalisation.phones()),
                identifiers(),
                activity(),
                consent());
    }

    /** A table and its facts. */
    public record Source(String table, String customerColumn, Cardinality cardinality, List<FactColumn> columns)
            implements FactSource {
        public Source {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The customer table. What people write for {@code name} is read as names are stored, in Latin letters: {@code name==wang*} and
     * {@code name==王*} find the same customers, and so do all writings that sound alike. {@code name.written} is the name as it stands.
     */
    static FactSource customers(ProfileRules rules) {
        UnaryOperator<String> code = text -> text.toLowerCase(Locale.ROOT);
        return new Source(
                "registry_customer",
                "id",
                FactSource.Cardinality.ROOT,
                List.of(
                        of("id", FactType.ID, "id", "Id|编号").neverNull(),
                        text("name", "name_key", "Name|名称")
                                .keyedBy(rules::roman)
                                .neverNull(),
                        text("name.written", "name", "Name as written|原文名称").neverNull(),
                        text("kind", "kind", "Kind|类型").keyedBy(code).neverNull(),
                        text("language", "language", "Language|语言"),
                        text("timeZone", "time_zone", "Time zone|时区"),
                        text("status", "status", "Status|状态").keyedBy(code).neverNull(),
                        of("owner", FactType.ID, "owner_id", "Owner|负责人"),
                        of("team", FactType.ID, "team_id", "Team|团队"),
                        of("search", FactType.WORDS, "search_words", "Words|全文")
                                .keyedBy(Words::normalise)
                                .neverNull(),
                        text("address.city", "city", "City|城市"),
                        text("address.region", "region", "Region|地区"),
                        text("address.postalCode", "postal_code", "Postal code|邮政编码"),
                        text("address.country", "country", "Country|国家").keyedBy(text -> text.toUpperCase(Locale.ROOT)),
                        of("createdAt", FactType.INSTANT, "created_at", "Created|创建时间")
                                .neverNull(),
                        of("updatedAt", FactType.INSTANT, "updated_at", "Changed|修改时间")
                                .neverNull()));
    }

    /** The table of look-ups. */
    static FactSource lookUps(Phones phones) {
        return new Source(
                "registry_key",
                "customer_id",
                FactSource.Cardinality.MANY,
                List.of(
                        lookUp("email", LookUpKind.EMAIL, "E-mail|电子邮件").keyedBy(WebAddresses::emailKey),
                        lookUp("phone", LookUpKind.PHONE, "Phone|电话").keyedBy(phones::searchKey),
                        lookUp("web", LookUpKind.WEB, "Web page|网址").keyedBy(WebAddresses::webKey),
                        lookUp("tag", LookUpKind.TAG, "Tag|标签").keyedBy(ContactRules::folded)));
    }

    /** The table of identifiers. */
    static FactSource identifiers() {
        return new Source(
                "registry_identifier",
                "customer_id",
                FactSource.Cardinality.MANY,
                List.of(text("identifier", "reference", "Identifier|外部编号").neverNull()));
    }

    /** The table of sums. */
    static FactSource activity() {
        return new Source(
                "registry_activity",
                "customer_id",
                FactSource.Cardinality.ONE,
                List.of(
                        of("timeline.lastContact", FactType.INSTANT, "last_contact", "Last contact|最近联系"),
                        of("timeline.interactions", FactType.NUMBER, "interactions", "Interactions|互动次数"),
                        of("purchases.count", FactType.NUMBER, "purchases", "Purchases|购买次数"),
                        of("purchases.first", FactType.DATE, "first_purchase", "First purchase|首次购买"),
                        of("purchases.last", FactType.DATE, "last_purchase", "Last purchase|最近购买")));
    }

    /** What counts of what customers said about marketing: true if they consent, false if they no longer do, else not known. */
    static FactSource consent() {
        return new Source(
                "registry_consent",
                "customer_id",
                FactSource.Cardinality.ONE,
                List.of(
                        consent(ContactChannel.EMAIL, "Consents to e-mail|同意接收邮件"),
                        consent(ContactChannel.PHONE, "Consents to calls|同意电话联系"),
                        consent(ContactChannel.SMS, "Consents to text messages|同意接收短信"),
                        consent(ContactChannel.POST, "Consents to letters|同意接收信函"),
                        consent(ContactChannel.MESSENGER, "Consents to messengers|同意即时消息联系")));
    }

    private static FactColumn consent(ContactChannel channel, String label) {
        return of("consent." + channel.code(), FactType.BOOLEAN, channel.code(), label);
    }

    private static FactColumn lookUp(String fact, LookUpKind kind, String label) {
        return text(fact, "term", label).where("kind", kind.code()).neverNull();
    }

    private static FactColumn text(String fact, String column, String label) {
        return of(fact, FactType.TEXT, column, label);
    }

    /** The label is English and Chinese, with a bar between. */
    private static FactColumn of(String fact, FactType type, String column, String label) {
        int bar = label.indexOf('|');
        return FactColumn.of(fact, type, column, Map.of("en", label.substring(0, bar), "zh", label.substring(bar + 1)));
    }
}
