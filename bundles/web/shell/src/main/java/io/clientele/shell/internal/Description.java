package io.clientele.shell.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bundle's {@code screens.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Description(
        int api,
        @Nullable Map<String, String> name,
        @Nullable Map<String, String> texts,
        @Nullable List<Contribution> contributions) {
    private static final Logger LOG = LoggerFactory.getLogger(Description.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int API = 1;

    /**
     * Reads a description; what is wrong in it is left out, with a line in the log that names its owner.
     *
     * @throws IOException if it is no description at all
     */
    static Description read(byte[] json, String owner, Set<String> files) throws IOException {
        Description read = JSON.readValue(json, Description.class);
        if (read.api() != API) {
            throw new IOException("its screens are made for api " + read.api() + "; this is " + API);
        }
        List<Contribution> right = new ArrayList<>();
        for (Contribution each : orNone(read.contributions())) {
            String fault = each.fault(files);
            if (fault == null) {
                right.add(each);
            } else {
                LOG.error("{}: the contribution {} is left out: {}", owner, each.name(), fault);
            }
        }
        return new Description(API, orNone(read.name()), orNone(read.texts()), List.copyOf(right));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
