package io.clientele.rest.internal;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** How one answer speaks: in one language, and in English where there is no phrase for what it says. */
final class Speech {
    static final String ENGLISH = "en";
    static final String ACCEPT_LANGUAGE = "Accept-Language";
    private static final String VARY = "Vary";

    private final String language;
    private final @Nullable PhraseIndex phrases;

    /** With null for phrases, it is English. */
    Speech(String language, @Nullable PhraseIndex phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    /** As {@code Content-Language} names it. */
    String language() {
        return language;
    }

    boolean isEnglish() {
        return phrases == null;
    }

    String tell(String message) {
        if (phrases == null) {
            return message;
        }
        String found = phrases.find(message);
        return found == null ? message : found;
    }

    /** Says on an answer which language it speaks, and that it might have spoken another one. */
    void announce(HttpServletResponse response) {
        response.setHeader("Content-Language", language);
        if (!response.getHeaders(VARY).contains(ACCEPT_LANGUAGE)) {
            response.addHeader(VARY, ACCEPT_LANGUAGE);
        }
    }
}
