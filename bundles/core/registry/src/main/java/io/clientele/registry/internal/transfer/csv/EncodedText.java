package io.clientele.registry.internal.transfer.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The text of a file, without its byte order mark. Bytes that mean nothing in the encoding become {@link #UNREADABLE}. */
final class EncodedText {
    /** Never a character of any text, so it cannot be mistaken for one that was in the file. */
    static final char UNREADABLE = '\uFFFE';

    private static final Map<Charset, byte[]> MARKS = Map.of(
            StandardCharsets.UTF_8,
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            StandardCharsets.UTF_16LE,
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            StandardCharsets.UTF_16BE,
            new byte[] {(byte) 0xFE, (byte) 0xFF},
            Charset.forName("GB18030"),
            new byte[] {(byte) 0x84, 0x31, (byte) 0x95, 0x33});

    private EncodedText() {}

    static Reader open(InputStream file, Charset encoding) throws IOException {
        InputStream bytes = new BufferedInputStream(file, 1 << 16);
        skipMark(bytes, MARKS.getOrDefault(encoding, new byte[0]));
        return new InputStreamReader(bytes, decoder(encoding));
    }

    static CharsetDecoder decoder(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNREADABLE));
    }

    private static void skipMark(InputStream bytes, byte[] mark) throws IOException {
        bytes.mark(mark.length + 1);
        if (!Arrays.equals(bytes.readNBytes(mark.length), mark)) {
            bytes.reset();
        }
    }
}
