package io.clientele.rest.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.rest.BodyLimit;
import io.clientele.rest.IfMatch;
import io.clientele.rest.PageParams;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import io.clientele.rest.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A small resource that shows each thing the host does. */
@Path("/api/v1/notes")
@Produces("application/json")
public final class Notes {
    private final Map<Long, Note> kept = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** What a kind of note is. */
    public enum Kind {
        PLAIN,
        URGENT
    }

    /** Where a note was taken. */
    public record Place(@Nullable String city, @Nullable String street) {}

    /** A note. */
    public record Note(long id, long version, String text, Kind kind, @Nullable LocalDate due, List<Place> places)
            implements Versioned {}

    /** A note to be. */
    public record NewNote(
            @NotBlank @Size(max = 100) String text,
            @Nullable Kind kind,
            @Nullable LocalDate due,
            @Nullable List<@Valid NewPlace> places) {}

    /** A place to be. */
    public record NewPlace(
            @JsonProperty("city") @NotBlank String city,
            @Nullable String street,
            @JsonProperty("post-code") @Size(max = 10) @Nullable String postCode) {}

    @GET
    @Requires("notes:read")
    public Page<Note> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageParams page = PageParams.of(limit, cursor);
        return new Page<>(kept.values().stream().limit(page.limit()).toList(), null, null);
    }

    @GET
    @Path("{id}")
    @Requires("notes:read")
    public Note read(@PathParam("id") long id) {
        Note note = kept.get(id);
        if (note == null) {
            throw new NotFoundException("note", Long.toString(id));
        }
        return note;
    }

    @POST
    @Requires("notes:write")
    public Response add(@Valid NewNote asked) {
        long id = ids.incrementAndGet();
        List<NewPlace> places = asked.places() == null ? List.of() : asked.places();
        Note note = new Note(
                id,
                1,
                asked.text(),
                asked.kind() == null ? Kind.PLAIN : asked.kind(),
                asked.due(),
                places.stream().map(p -> new Place(p.city(), p.street())).toList());
        kept.put(id, note);
        return Response.created(URI.create("/api/v1/notes/" + id)).entity(note).build();
    }

    @PUT
    @Path("{id}")
    @Requires("notes:write")
    public Note change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, @Valid NewNote asked) {
        Note before = read(id);
        if (before.version() != IfMatch.version(ifMatch)) {
            throw io.clientele.kernel.PreconditionException.stale();
        }
        Note after = new Note(id, before.version() + 1, asked.text(), before.kind(), asked.due(), before.places());
        kept.put(id, after);
        return after;
    }

    @POST
    @Path("upload")
    @BodyLimit(4 * 1024 * 1024)
    @Requires("notes:write")
    public Map<String, Long> upload(InputStream body) throws IOException {
        return Map.of("bytes", body.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Requires("notes:read")
    public StreamingOutput export(@QueryParam("rows") int rows) {
        return out -> {
            byte[] row = "1,a note that is told to many,urgent\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < rows; i++) {
                out.write(row);
            }
        };
    }

    @GET
    @Path("fail/{how}")
    @Public
    public Note fail(@PathParam("how") String how) {
        throw switch (how) {
            case "conflict" -> new ConflictException("note-locked", "Somebody else writes it");
            case "invalid" -> new InvalidInputException("/text", "is too merry");
            default -> new IllegalStateException("select secret from table");
        };
    }

    @GET
    @Path("greeting")
    @Public
    public Map<String, String> greeting() {
        return Map.of("hello", "world");
    }
}
