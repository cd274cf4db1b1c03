package io.clientele.registry.internal.transfer.csv;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells from a piece of a file which encoding it is in: one of UTF-8, UTF-16, GB18030 and Windows-1252. */
public final class EncodingGuess {
    /** What Chinese tools write when they do not write Unicode; GBK and GB2312 are parts of it. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    /** What Western European tools write when they do not write Unicode. */
    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private EncodingGuess() {}

    /**
     * The likeliest encoding.
     *
     * @param sample the first bytes of the file, and if those are all ASCII, bytes from where they no longer are
     */
    public static Charset of(byte[] sample) {
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(sample, 0x84, 0x31, 0x95, 0x33)) {
            return GB18030;
        }
        int zeros = wideness(sample);
        if (zeros != 0) {
            return zeros > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        if (reads(sample, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return reads(sample, GB18030) && looksChinese(sample) ? GB18030 : WINDOWS_1252;
    }

    private static boolean startsWith(byte[] sample, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= sample.length || (sample[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Positive for UTF-16 with the low byte first, negative for the high byte first, zero for neither. Line ends and delimiters are ASCII in
     * every table, so their zero bytes stand on one side only, even where all values are Chinese. Where most pairs are two letters of ASCII, a
     * zero is a stray one.
     */
    private static int wideness(byte[] sample) {
        int even = 0;
        int odd = 0;
        int letters = 0;
        for (int i = 0; i + 1 < sample.length; i += 2) {
            letters += sample[i] > 0 && sample[i + 1] > 0 ? 1 : 0;
            even += sample[i] == 0 && sample[i + 1] != 0 ? 1 : 0;
            odd += sample[i + 1] == 0 && sample[i] != 0 ? 1 : 0;
        }
        if (letters * 4 > sample.length
                || Math.max(even, odd) * 16 < sample.length / 2
                || Math.min(even, odd) * 20 > Math.max(even, odd)) {
            return 0;
        }
        Charset likely = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return reads(sample, likely) ? odd - even : 0;
    }

    /** Whether every byte has a meaning; the sample may end inside a character. */
    private static boolean reads(byte[] sample, Charset encoding) {
        CharBuffer text = CharBuffer.allocate(sample.length + 1);
        CoderResult result = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(sample), text, false);
        return !result.isError();
    }

    /**
     * Chinese text in GB18030 is nearly all pairs of high bytes, most of them in the rows of frequent characters; Western text in
     * Windows-1252 has single high bytes between ASCII letters, which read as rare characters.
     */
    private static boolean looksChinese(byte[] sample) {
        int frequent = 0;
        int single = 0;
        int i = 0;
        while (i + 1 < sample.length) {
            int lead = sample[i] & 0xFF;
            int trail = sample[i + 1] & 0xFF;
            if (lead < 0x80) {
                i++;
                continue;
            }
            if (trail < 0x80) {
                single++;
            } else if (trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3))) {
                frequent++;
            }
            i += 2;
        }
        if (frequent >= 2 * single && frequent > 0) {
            return true;
        }
        return frequent * 4 >= single && frequent > 0 && statisticsSayChinese(sample);
    }

    private static boolean statisticsSayChinese(byte[] sample) {
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            if (match.getName().equals("GB18030")) {
                return true;
            }
            if (match.getName().equals("ISO-8859-1") || match.getName().equals("windows-1252")) {
                return false;
            }
        }
        return false;
    }

    /** The text of a sample, up to a character that it cuts off. */
    static String read(byte[] sample, Charset encoding) {
        CharBuffer text = CharBuffer.allocate(sample.length + 1);
        EncodedText.decoder(encoding).decode(ByteBuffer.wrap(sample), text, false);
        String read = text.flip().toString();
        return read.startsWith("\uFEFF") ? read.substring(1) : read;
    }
}
