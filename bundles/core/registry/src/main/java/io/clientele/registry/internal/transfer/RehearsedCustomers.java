package io.clientele.registry.internal.transfer;

import io.clientele.registry.Identifier;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.store.CustomerRow;
import io.clientele.registry.internal.transfer.mapping.Hash;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The customers of a dry run, in files that nothing stays of, so that memory does not grow with the import. For one thread. */
final class RehearsedCustomers implements Rehearsal, Closeable {
    private final SeenRows holders;
    private final SeenRows places;
    private final FileChannel documents;
    private long end = 1;

    /**
     * Nothing so far.
     *
     * @param rows how many customers are likely to come; for more, the room grows
     */
    RehearsedCustomers(Path folder, long rows) throws IOException {
        holders = new SeenRows(folder, rows);
        places = new SeenRows(folder, rows);
        documents = FileChannel.open(
                Files.createTempFile(folder, "rehearsed", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public Map<String, Long> identified(Collection<String> references) {
        Map<String, Long> identified = new HashMap<>();
        for (String reference : references) {
            long holder = holders.get(Hash.of(reference));
            if (holder != 0) {
                identified.put(reference, holder);
            }
        }
        return identified;
    }

    @Override
    public Optional<CustomerRow> find(long id) {
        long place = places.get(id);
        return place == 0 ? Optional.empty() : Optional.of(CustomerRow.of(read(place)));
    }

    private String read(long place) {
        ByteBuffer length = fill(ByteBuffer.allocate(Integer.BYTES), place);
        return StandardCharsets.UTF_8
                .decode(fill(ByteBuffer.allocate(length.getInt()), place + Integer.BYTES))
                .toString();
    }

    private ByteBuffer fill(ByteBuffer bytes, long place) {
        try {
            while (bytes.hasRemaining()) {
                if (documents.read(bytes, place + bytes.position()) < 0) {
                    throw new IllegalStateException("a customer of the dry run is cut off");
                }
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(CustomerRow customer) {
        byte[] document = customer.document().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + document.length)
                .putInt(document.length)
                .put(document)
                .flip();
        long place = end;
        try {
            while (bytes.hasRemaining()) {
                end += documents.write(bytes, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places.put(customer.id(), place);
        for (Identifier identifier : customer.profile().identifiers()) {
            holders.put(Hash.of(identifier.toString()), customer.id());
        }
    }

    @Override
    public void close() throws IOException {
        documents.close();
    }
}
