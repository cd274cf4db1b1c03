package io.clientele.segmentation.internal.plan;

import java.util.List;

/**
 * A piece of what is said to the members of a segment.
 *
 * @param key names it in files, whatever its title becomes
 * @param text what is said, or the address of what is shown; these are words, nothing in them is ever run or filled in
 * @param channels the codes of those that it suits; empty for any
 * @param tags whom it is for: customers who share one of them; empty for everybody
 */
public record Content(String key, String title, String text, List<String> channels, List<String> tags) {
    public Content {
        title = title.strip();
        channels = List.copyOf(channels);
        tags = tags.stream().map(String::strip).toList();
    }
}
