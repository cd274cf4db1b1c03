package io.clientele.events.internal.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable.Settings;
import java.util.stream.Stream;

/** What the audit keeps of a webhook. Of its address only the receiver: some expect a password in what follows. */
final class WebhookChange {
    private static final String ADDRESS = "address";

    private WebhookChange() {}

    /** All that an administrator decided. */
    static ObjectNode described(Settings settings) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("receiver", receiver(settings.url()));
        settings.types().stream().sorted().forEach(told.putArray("types")::add);
        return told.put("enabled", settings.enabled());
    }

    /** What differs, before and after; that another part of the address differs, but not what it is. */
    static ObjectNode difference(Settings before, Settings after) {
        ObjectNode was = described(before);
        ObjectNode is = described(after);
        for (String field : Stream.of("receiver", "types", "enabled")
                .filter(field -> was.get(field).equals(is.get(field)))
                .toList()) {
            was.remove(field);
            is.remove(field);
        }
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        if (!is.isEmpty()) {
            told.set("before", was);
            told.set("after", is);
        }
        boolean elsewhere = !before.url().equals(after.url());
        return elsewhere && !is.has("receiver") ? told.put(ADDRESS, "changed") : told;
    }

    /** What an administrator decided about a webhook that is there. */
    static Settings settings(Webhook webhook) {
        return new Settings(webhook.url(), webhook.types(), webhook.enabled());
    }

    /** Who is told, and nothing of the address that might be secret. */
    static ObjectNode told(String url) {
        return JsonNodeFactory.instance.objectNode().put("receiver", receiver(url));
    }

    private static String receiver(String url) {
        return Target.of(url).authority();
    }
}
