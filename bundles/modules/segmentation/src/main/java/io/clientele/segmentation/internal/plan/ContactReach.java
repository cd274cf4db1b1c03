package io.clientele.segmentation.internal.plan;

import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many of a segment can be approached, as far as the caller sees them. */
@Component(service = ContactReach.class)
public final class ContactReach {
    private final Platform platform;
    private final Segments segments;

    /** How many of a segment can be approached. */
    public record Reach(long members, long reachable, double share, List<ByChannel> channels) {
        public Reach {
            channels = List.copyOf(channels);
        }
    }

    /** The same for one channel; who is reachable consented and has a way to be reached. */
    public record ByChannel(
            String channel, long consented, long withdrawn, long unknown, long reachable, double share) {}

    @Activate
    public ContactReach(@Reference Platform platform, @Reference Segments segments) {
        this.platform = platform;
        this.segments = segments;
    }

    /** How many members can be approached. */
    public Reach of(long id) {
        String members = segments.get(id).definition().fact() + "==true";
        List<Channel> channels = Channel.all(platform.facts());
        long all = count(members);
        List<ByChannel> by = channels.stream()
                .map(channel -> byChannel(members, channel, all))
                .toList();
        String open = channels.stream().map(Channel::open).collect(Collectors.joining(",", "(", ")"));
        long reachable = channels.isEmpty() ? 0 : count(members + ";" + open);
        return new Reach(all, reachable, share(reachable, all), by);
    }

    private ByChannel byChannel(String members, Channel channel, long all) {
        long consented = count(members + ";" + channel.consent() + "==true");
        long withdrawn = count(members + ";" + channel.consent() + "==false");
        long reachable = count(members + ";" + channel.open());
        return new ByChannel(
                channel.code(), consented, withdrawn, all - consented - withdrawn, reachable, share(reachable, all));
    }

    private long count(String filter) {
        return platform.customers().count(filter);
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
