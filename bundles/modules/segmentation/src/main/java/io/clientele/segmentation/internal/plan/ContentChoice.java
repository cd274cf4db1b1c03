package io.clientele.segmentation.internal.plan;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is said to whom: of the pieces that suit the channel the first that shares a tag with the customer, else the first that is for
 * everybody. The channel is not changed for the sake of content: how somebody wants to be approached counts more than what there is to say.
 */
final class ContentChoice {
    private final List<Piece> pieces;

    /** A piece, and its tags by the form in which they are compared. */
    private record Piece(Content content, Map<String, String> tags) {
        static Piece of(Content content) {
            Map<String, String> tags = new LinkedHashMap<>();
            content.tags().forEach(tag -> tags.putIfAbsent(folded(tag), tag));
            return new Piece(content, tags);
        }

        boolean suits(String channel) {
            return content.channels().isEmpty() || content.channels().contains(channel);
        }

        Optional<Said> shared(Set<String> about) {
            return tags.entrySet().stream()
                    .filter(tag -> about.contains(tag.getKey()))
                    .findFirst()
                    .map(tag -> said(tag.getValue()));
        }

        Said said(@Nullable String why) {
            return new Said(content.key(), content.title(), why);
        }
    }

    ContentChoice(List<Content> contents) {
        this.pieces = contents.stream().map(Piece::of).toList();
    }

    /** What is said by a channel to somebody whom these tags tell of; empty if nothing suits. */
    Optional<Said> of(String channel, Collection<String> tags) {
        Set<String> about = tags.stream().map(ContentChoice::folded).collect(Collectors.toSet());
        List<Piece> suiting =
                pieces.stream().filter(piece -> piece.suits(channel)).toList();
        return suiting.stream()
                .flatMap(piece -> piece.shared(about).stream())
                .findFirst()
                .or(() -> suiting.stream()
                        .filter(piece -> piece.tags.isEmpty())
                        .findFirst()
                        .map(piece -> piece.said(null)));
    }

    /** As the registry compares tags. */
    private static String folded(String tag) {
        return Normalizer.normalize(tag, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
