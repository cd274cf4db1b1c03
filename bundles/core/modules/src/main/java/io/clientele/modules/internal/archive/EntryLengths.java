package io.clientele.modules.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds out how long the entries of an archive really are, keeping nothing of them, before anything reads one as a whole: no archive fills the heap. */
final class EntryLengths {
    private static final Pattern READ_AS_A_WHOLE = Pattern.compile("(?i)META-INF/.*|.*\\.class");
    private final byte[] buffer = new byte[1 << 16];
    private final Limits limits;
    private long unpacked;

    private EntryLengths(Limits limits) {
        this.limits = limits;
    }

    static void check(Path file, Limits limits) throws IOException {
        EntryLengths lengths = new EntryLengths(limits);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                lengths.check(zip, entry);
            }
        }
    }

    private void check(ZipFile zip, ZipEntry entry) throws IOException {
        long longest = READ_AS_A_WHOLE.matcher(entry.getName()).matches() ? Limits.READ : limits.unpacked();
        long length = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                length += n;
                unpacked += n;
                if (unpacked > limits.unpacked()) {
                    throw Refusal.because("it unpacks to more than " + limits.unpacked() + " bytes");
                }
                if (length > longest) {
                    throw Refusal.because(EntryNames.shown(entry.getName()) + " is longer than " + longest + " bytes");
                }
                if (Limits.isBomb(entry.getCompressedSize(), length)) {
                    throw Refusal.because(EntryNames.shown(entry.getName()) + " grows too much when it is unpacked");
                }
            }
        }
    }
}
