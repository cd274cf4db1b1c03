package io.clientele.registry.internal.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.kernel.ShortId;
import io.clientele.registry.ContactPoint;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.Status;
import io.clientele.registry.internal.Faults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as it is sent. What only the registry says may stand in it, as in an answer that is sent back, and is ignored. */
@JsonIgnoreProperties({"id", "version", "romanName", "createdAt", "updatedAt", "facts"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerBody(
        @Nullable CustomerKind kind,
        @Nullable String name,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable Status status,
        @Nullable String owner,
        @Nullable String team,
        @Nullable List<@Nullable IdentifierBody> identifiers,
        @Nullable List<@Nullable ContactPointBody> contactPoints,
        @Nullable List<@Nullable String> tags) {

    /** A name from another system, as it is sent. */
    public record IdentifierBody(@Nullable String source, @Nullable String id) {}

    /** The kinds of contact point. */
    public enum ContactKind {
        EMAIL,
        PHONE,
        WEB,
        POSTAL
    }

    /** A contact point as it is sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactPointBody(
            @Nullable ContactKind kind,
            @Nullable String value,
            @Nullable String street,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String label) {
        static ContactPointBody of(ContactPoint point) {
            if (point instanceof ContactPoint.Postal p) {
                return new ContactPointBody(
                        ContactKind.POSTAL,
                        null,
                        p.street(),
                        p.city(),
                        p.region(),
                        p.postalCode(),
                        p.country(),
                        p.label());
            }
            if (point instanceof ContactPoint.Email email) {
                return plain(ContactKind.EMAIL, email.address(), email.label());
            }
            return point instanceof ContactPoint.Phone phone
                    ? plain(ContactKind.PHONE, phone.number(), phone.label())
                    : plain(ContactKind.WEB, ((ContactPoint.Web) point).url(), point.label());
        }

        private static ContactPointBody plain(ContactKind kind, String value, @Nullable String label) {
            return new ContactPointBody(kind, value, null, null, null, null, null, label);
        }

        @Nullable
        ContactPoint contactPoint(Faults faults) {
            if (kind == null) {
                faults.add("/kind", "is missing");
                return null;
            }
            if (kind == ContactKind.POSTAL) {
                return new ContactPoint.Postal(street, city, region, postalCode, country, label);
            }
            if (value == null) {
                faults.add("/value", "is missing");
                return null;
            }
            return switch (kind) {
                case EMAIL -> new ContactPoint.Email(value, label);
                case PHONE -> new ContactPoint.Phone(value, label);
                default -> new ContactPoint.Web(value, label);
            };
        }
    }

    static CustomerBody of(Profile profile) {
        UserId owner = profile.owner();
        TeamId team = profile.team();
        return new CustomerBody(
                profile.kind(),
                profile.name(),
                profile.language(),
                profile.timeZone(),
                profile.status(),
                owner == null ? null : owner.toString(),
                team == null ? null : team.toString(),
                List.copyOf(profile.identifiers().stream()
                        .map(each -> new IdentifierBody(each.source(), each.id()))
                        .toList()),
                List.copyOf(profile.contactPoints().stream()
                        .map(ContactPointBody::of)
                        .toList()),
                List.copyOf(profile.tags()));
    }

    /** What the body says, as far as it can be understood; the rest is recorded. */
    Profile profile(Faults faults) {
        if (kind == null) {
            faults.add("/kind", "is missing");
        }
        long ownerId = id(owner, "/owner", faults);
        long teamId = id(team, "/team", faults);
        return new Profile(
                kind == null ? CustomerKind.PERSON : kind,
                name == null ? "" : name,
                language,
                timeZone,
                status == null ? Status.PROSPECT : status,
                ownerId < 0 ? null : new UserId(ownerId),
                teamId < 0 ? null : new TeamId(teamId),
                identifierList(faults),
                contactPointList(faults),
                tagList(faults));
    }

    private static long id(@Nullable String text, String pointer, Faults faults) {
        if (text == null) {
            return -1;
        }
        long id = ShortId.parse(text);
        if (id < 0) {
            faults.add(pointer, "is no id");
        }
        return id;
    }

    private List<Identifier> identifierList(Faults faults) {
        List<Identifier> list = new ArrayList<>();
        for (int i = 0; identifiers != null && i < identifiers.size(); i++) {
            IdentifierBody each = identifiers.get(i);
            faults.in("/identifiers", i);
            if (each == null) {
                faults.add("", "is null");
            } else {
                list.add(
                        new Identifier(each.source() == null ? "" : each.source(), each.id() == null ? "" : each.id()));
            }
        }
        faults.out();
        return list;
    }

    private List<ContactPoint> contactPointList(Faults faults) {
        List<ContactPoint> list = new ArrayList<>();
        for (int i = 0; contactPoints != null && i < contactPoints.size(); i++) {
            ContactPointBody each = contactPoints.get(i);
            faults.in("/contactPoints", i);
            ContactPoint point = null;
            if (each == null) {
                faults.add("", "is null");
            } else {
                point = each.contactPoint(faults);
            }
            // A point that cannot be read keeps its place, so that the faults of those after it name theirs.
            list.add(point == null ? new ContactPoint.Phone("0", null) : point);
        }
        faults.out();
        return list;
    }

    private List<String> tagList(Faults faults) {
        List<String> list = new ArrayList<>();
        for (int i = 0; tags != null && i < tags.size(); i++) {
            String each = tags.get(i);
            if (each == null) {
                faults.add("/tags/" + i, "is null");
            } else {
                list.add(each);
            }
        }
        return list;
    }
}
