package io.clientele.segmentation.internal.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.FactValues;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.Members;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.store.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members and plans as files, page by page, so that memory does not grow with them. The audit knows of a file before its first row goes out. */
@Component(service = MemberFiles.class)
public final class MemberFiles {
    /** The permission to take customers out as a file. */
    public static final String EXPORT = "customers:export";

    private static final int PAGE = 200;

    private final Platform platform;
    private final Segments segments;
    private final Members members;
    private final ContactPlan plan;
    private final FactValues values;

    /** A file that may go out. */
    public interface Rows {
        void to(OutputStream out) throws IOException;
    }

    /** Whether a file begins with a byte order mark, by which spreadsheets tell UTF-8. */
    public enum Mark {
        WITH,
        WITHOUT
    }

    @Activate
    public MemberFiles(
            @Reference Platform platform,
            @Reference Segments segments,
            @Reference Members members,
            @Reference ContactPlan plan,
            @Reference FactValues values) {
        this.platform = platform;
        this.segments = segments;
        this.members = members;
        this.plan = plan;
        this.values = values;
    }

    /** The members, with these facts. */
    public Rows members(long id, List<String> facts, Mark mark) {
        Caller caller = platform.callers().require(EXPORT);
        Segment segment = segments.get(id);
        // What makes no sense must fail before the answer has begun.
        var unused = values.of(List.of(), facts);
        record("SegmentExported", segment, String.join(",", facts));
        return out -> platform.callers().as(caller, () -> write(out, mark, lines -> members(id, facts, lines)));
    }

    private void members(long id, List<String> facts, CsvLines lines) throws IOException {
        List<String> head = new ArrayList<>(List.of("id", "name", "since"));
        head.addAll(facts);
        lines.row(head);
        String cursor = null;
        do {
            Page<Members.Member> page = members.list(id, new CustomerQuery(null, null, PAGE, cursor, false));
            Map<Long, Map<String, Object>> known =
                    values.of(page.items().stream().map(Members.Member::id).toList(), facts);
            for (Members.Member member : page.items()) {
                Map<String, Object> of = known.getOrDefault(member.id(), Map.of());
                List<String> row =
                        new ArrayList<>(List.of(ShortId.format(member.id()), member.name(), text(member.since())));
                facts.forEach(fact -> row.add(text(of.get(fact))));
                lines.row(row);
            }
            cursor = page.next();
        } while (cursor != null);
    }

    /** Who can be approached, when, how and with what. */
    public Rows plan(long id, @Nullable String channels, Mark mark) {
        Caller caller = platform.callers().require(EXPORT);
        Segment segment = segments.get(id);
        var unused = Channel.chosen(channels, platform.facts());
        record("SegmentPlanExported", segment, channels == null ? "" : channels);
        return out -> platform.callers().as(caller, () -> write(out, mark, lines -> plan(id, channels, lines)));
    }

    private void plan(long id, @Nullable String channels, CsvLines lines) throws IOException {
        lines.row(List.of(
                "id", "name", "channel", "contact", "from", "until", "timeZone", "content", "contentTitle", "why"));
        String cursor = null;
        do {
            Page<ContactPlan.Planned> page =
                    plan.plan(id, channels, new CustomerQuery(null, null, PAGE, cursor, false));
            for (ContactPlan.Planned each : page.items()) {
                Said said = each.said();
                lines.row(List.of(
                        ShortId.format(each.customer()),
                        each.name(),
                        each.channel(),
                        text(each.contact()),
                        text(each.from()),
                        text(each.until()),
                        each.timeZone(),
                        said == null ? "" : said.key(),
                        said == null ? "" : said.title(),
                        said == null ? "" : text(said.why())));
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> all) {
            return all.stream().map(MemberFiles::text).collect(Collectors.joining("; "));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "");
    }

    private interface Body {
        void to(CsvLines lines) throws IOException;
    }

    private static boolean write(OutputStream out, Mark mark, Body body) {
        try {
            OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (mark == Mark.WITH) {
                text.write('\uFEFF');
            }
            body.to(new CsvLines(text));
            text.flush();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(String what, Segment segment, String chosen) {
        String detail = JsonNodeFactory.instance.objectNode().put("of", chosen).toString();
        var unused = platform.transactions().write(connection -> {
            platform.audit().record(new Change("segmentation." + what, "segment", segment.id(), detail));
            return true;
        });
    }
}
