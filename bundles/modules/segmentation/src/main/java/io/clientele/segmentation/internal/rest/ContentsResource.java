package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import io.clientele.rest.IfMatch;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.plan.Content;
import io.clientele.segmentation.internal.plan.Contents;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What is said to the members of a segment, over HTTP. */
@Component(service = ContentsResource.class)
@JakartarsResource
@Path("/api/v1/segments/{segment}/contents")
@Produces(MediaType.APPLICATION_JSON)
public final class ContentsResource {
    private final Contents contents;

    @Activate
    public ContentsResource(@Reference Contents contents) {
        this.contents = contents;
    }

    /** A piece of content as it is sent; without channels it suits any, without tags it is for everybody. */
    public record Piece(
            @Nullable String key,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<String> channels,
            @Nullable List<String> tags) {
        public Piece {
            channels = Given.list(channels);
            tags = Given.list(tags);
        }

        Content content() {
            return new Content(
                    key == null ? "" : key,
                    title == null ? "" : title,
                    text == null ? "" : text,
                    channels == null ? List.of() : channels,
                    tags == null ? List.of() : tags);
        }
    }

    /** All pieces in their order, as they are sent. */
    public record Body(@Nullable List<Piece> items) {
        public Body {
            items = Given.list(items);
        }

        List<Content> contents() {
            if (items == null) {
                throw new InvalidInputException("/items", "This is missing");
            }
            return items.stream().map(Piece::content).toList();
        }
    }

    /** All pieces in their order, as they are answered; version 0 if nobody ever wrote some. */
    public record View(long version, List<Content> items) implements Versioned {
        static View of(Contents.Kept kept) {
            return new View(kept.version(), kept.pieces());
        }
    }

    @GET
    @Requires(Segments.READ)
    public View contents(@PathParam("segment") String segment) {
        return View.of(contents.of(ShortId.parse(segment)));
    }

    @PUT
    @Requires(Segments.WRITE)
    public View replace(
            @PathParam("segment") String segment, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        return View.of(contents.replace(ShortId.parse(segment), IfMatch.version(ifMatch), body.contents()));
    }
}
