package io.clientele.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.clientele.cli.api.Api;
import io.clientele.cli.api.ApiException;
import io.clientele.cli.console.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits for the end of an import: by the events that the server sends, again and again if their stream breaks; by asking, where it sends none. */
final class ImportWatch {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration NOT_TOO_OFTEN = Duration.ofMillis(500);

    /** With the pauses between them half a minute, which a server takes to start again. */
    private static final int ATTEMPTS = 60;

    private final Api api;
    private final String path;
    private int fruitless;
    private boolean over;
    private JsonNode last = MissingNode.getInstance();

    ImportWatch(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    /** Shows where the import stands as often as that is news, and returns how it ended. */
    JsonNode awaitEnd(Consumer<JsonNode> shown) throws IOException, InterruptedException {
        Pause pause = new Pause(SOON, NOT_TOO_OFTEN);
        while (fruitless < ATTEMPTS && follow(shown)) {
            if (over) {
                return last;
            }
            pause.await();
        }
        return ask(shown);
    }

    /** Follows the events until their stream ends or breaks; false if the server refuses it. */
    private boolean follow(Consumer<JsonNode> shown) throws InterruptedException {
        fruitless++;
        try {
            api.follow(path + "/events", state -> {
                fruitless = 0;
                last = state;
                over = isOver(state);
                shown.accept(state);
                return !over;
            });
            return true;
        } catch (ApiException e) {
            return e.status() == ApiException.NOBODY;
        } catch (IOException e) {
            return true;
        }
    }

    private JsonNode ask(Consumer<JsonNode> shown) throws IOException, InterruptedException {
        Pause pause = new Pause(SOON, NOT_TOO_OFTEN);
        JsonNode state = api.get(path);
        while (!isOver(state)) {
            shown.accept(state);
            pause.await();
            state = api.get(path);
        }
        return state;
    }

    /** Whether nothing more happens by itself. */
    static boolean isOver(JsonNode state) {
        String name = state.path("state").asText();
        return !name.equals("running") && !name.equals("waiting");
    }
}
