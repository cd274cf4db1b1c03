package io.clientele.registry.internal.transfer.mapping;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that people give columns, in English, Chinese and German. */
final class FieldNames {
    private static final Map<Field, String> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.ID, "clientele id"),
            Map.entry(Field.KIND, "kind,type,customer type,类型,客户类型,art"),
            Map.entry(
                    Field.NAME,
                    "name,full name,customer name,display name,contact name,contact,姓名,名称,客户名称,客户姓名,名字,联系人,客户,kundenname,vollständiger name"),
            Map.entry(
                    Field.COMPANY,
                    "company,company name,organisation,organization,account name,公司,公司名称,企业名称,单位,单位名称,机构名称,firma,firmenname,unternehmen"),
            Map.entry(Field.GIVEN_NAME, "given name,first name,forename,名,vorname"),
            Map.entry(Field.FAMILY_NAME, "family name,last name,surname,姓,姓氏,nachname"),
            Map.entry(Field.LANGUAGE, "language,lang,locale,语言,sprache"),
            Map.entry(Field.TIME_ZONE, "time zone,timezone,时区,zeitzone"),
            Map.entry(Field.STATUS, "status,customer status,状态,客户状态"),
            Map.entry(Field.OWNER, "owner,负责人id"),
            Map.entry(Field.TEAM, "team,团队id"),
            Map.entry(
                    Field.IDENTIFIER,
                    "id,identifier,customer id,customer no,customer number,account number,external id,client id,number,no,客户编号,编号,客户号,客户id,会员号,kundennummer,kundennr,nummer"),
            Map.entry(Field.IDENTIFIERS, "identifiers"),
            Map.entry(
                    Field.EMAIL, "email,e mail,mail,email address,e mail address,邮箱,电子邮箱,电子邮件,邮件,邮箱地址,e mail adresse"),
            Map.entry(Field.EMAIL_LABEL, "email label,邮箱标签"),
            Map.entry(
                    Field.PHONE,
                    "phone,telephone,tel,mobile,mobile phone,cell,cell phone,phone number,telephone number,mobile number,手机,电话,手机号,手机号码,电话号码,联系电话,telefon,telefonnummer,mobiltelefon,handy"),
            Map.entry(Field.PHONE_LABEL, "phone label,电话标签"),
            Map.entry(Field.WEB, "web,website,url,homepage,web site,web page,网站,网址,主页,webseite"),
            Map.entry(Field.WEB_LABEL, "web label,网址标签"),
            Map.entry(
                    Field.STREET,
                    "street,address,street address,address line,地址,街道,详细地址,通讯地址,straße,strasse,anschrift,adresse"),
            Map.entry(Field.CITY, "city,town,城市,所在城市,市,ort,stadt"),
            Map.entry(Field.REGION, "region,state,province,county,省,省份,地区,州,bundesland"),
            Map.entry(Field.POSTAL_CODE, "postal code,postcode,zip,zip code,邮编,邮政编码,plz,postleitzahl"),
            Map.entry(Field.COUNTRY, "country,country code,国家,国家代码,land"),
            Map.entry(Field.ADDRESS_LABEL, "address label,地址标签"),
            Map.entry(Field.MORE_CONTACT_POINTS, "more contact points"),
            Map.entry(Field.CONTACT_ORDER, "contact order"),
            Map.entry(Field.TAGS, "tags,tag,labels,标签,schlagworte"),
            Map.entry(
                    Field.CUSTOMER,
                    "customer,customer id,customer no,customer number,client,client id,account,account number,cust id,user id,客户,客户编号,客户号,客户id,会员号,kunde,kundennummer,kundennr"),
            Map.entry(Field.CUSTOMER_ID, "clientele id,clientele customer id"),
            Map.entry(Field.TO, "to,related to,other,other customer,对方,关联客户"),
            Map.entry(Field.TO_ID, "to clientele id"),
            Map.entry(
                    Field.PURCHASED_ON,
                    "date,purchase date,purchased on,order date,invoice date,transaction date,日期,购买日期,下单日期,订单日期,交易日期,datum,kaufdatum,bestelldatum,rechnungsdatum"),
            Map.entry(
                    Field.PRODUCT, "product,item,product name,article,sku,description,产品,商品,产品名称,商品名称,artikel,produkt"),
            Map.entry(Field.QUANTITY, "quantity,qty,count,units,number of items,number of cds,cds,数量,件数,menge,anzahl"),
            Map.entry(
                    Field.AMOUNT,
                    "amount,total,price,value,sales,revenue,dollars,dollar,spend,total price,amount paid,金额,总额,总价,销售额,价格,betrag,summe,preis,umsatz"),
            Map.entry(Field.CURRENCY, "currency,currency code,币种,货币,währung"),
            Map.entry(Field.COST, "cost,costs,成本,kosten"),
            Map.entry(Field.MARGIN, "margin,profit,毛利,利润,marge"),
            Map.entry(
                    Field.EXTERNAL_ID,
                    "external id,order id,order no,order number,invoice,invoice no,invoice number,transaction id,订单号,订单编号,单号,发票号,bestellnummer,rechnungsnummer,belegnummer"),
            Map.entry(Field.RETURNED, "returned,return,is return,退货,是否退货,retoure"),
            Map.entry(Field.DIRECTION, "direction,方向,richtung"),
            Map.entry(Field.CHANNEL, "channel,渠道,kanal"),
            Map.entry(Field.OCCURRED_AT, "occurred at,occurredat,date,time,when,timestamp,日期,时间,发生时间,datum,zeitpunkt"),
            Map.entry(Field.PEOPLE, "people,participants,attendees,参与人,参与者,teilnehmer"),
            Map.entry(Field.OUTCOME, "outcome,result,结果,ergebnis"),
            Map.entry(Field.TEXT, "text,note,notes,content,summary,description,内容,备注,notiz,bemerkung")));

    private final ImportKind kind;
    private final Map<String, Field> fields = new HashMap<>();

    FieldNames(ImportKind kind) {
        this.kind = kind;
        for (Field field : kind.fields()) {
            // What other systems call an id is an identifier here; an id of this one is named so that nothing else is.
            if (field != Field.ID && field != Field.CUSTOMER_ID && field != Field.TO_ID) {
                fields.put(fold(field.code()), field);
            }
        }
        for (Field field : kind.fields()) {
            for (String name : List.of(NAMES.getOrDefault(field, "").split(",", -1))) {
                fields.putIfAbsent(fold(name), field);
            }
        }
    }

    /** What a column of this name means, if that can be told; one that is taken already only if it {@linkplain Field#repeats repeats}. */
    Optional<Field> field(String name, Set<Field> taken) {
        String folded = fold(name);
        Field field = fields.get(folded);
        if (field == null) {
            field = fields.get(withoutNumber(folded));
        }
        return Optional.ofNullable(field).filter(found -> found.repeats() || !taken.contains(found));
    }

    /** The code that a column's name is, if it is one that names a system, such as {@code identifier:erp}. */
    Optional<String> code(String name) {
        int colon = name.indexOf(':');
        String source = name.substring(colon + 1).strip();
        if (colon < 0 || source.isEmpty() || source.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        return kind.fields().stream()
                .filter(field -> field.hasSource()
                        && field.code()
                                .equalsIgnoreCase(name.substring(0, colon).strip()))
                .findFirst()
                .map(field -> field.code() + ":" + source);
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    private static String withoutNumber(String folded) {
        int end = folded.length();
        while (end > 0 && Character.isDigit(folded.charAt(end - 1))) {
            end--;
        }
        return folded.substring(0, end);
    }
}
