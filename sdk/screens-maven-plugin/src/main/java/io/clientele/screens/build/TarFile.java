package io.clientele.screens.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads a compressed tar archive of plain files, as packages carry their type declarations. */
final class TarFile {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE_AT = 156;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_LENGTH = 155;

    private TarFile() {}

    /** Takes each plain file. */
    interface Reader {
        void file(String name, byte[] content) throws IOException;
    }

    static void read(InputStream compressed, Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(compressed))) {
            String longName = "";
            for (byte[] header = in.readNBytes(BLOCK); isHeader(header); header = in.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(header, SIZE_AT, SIZE_LENGTH), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                char type = (char) header[TYPE_AT];
                if (type == 'L') {
                    longName = text(content, 0, content.length);
                } else {
                    if (type == '0' || type == 0) {
                        reader.file(longName.isEmpty() ? name(header) : longName, content);
                    }
                    longName = "";
                }
            }
        }
    }

    private static boolean isHeader(byte[] block) {
        return block.length == BLOCK && block[0] != 0;
    }

    private static String name(byte[] header) {
        String prefix = text(header, PREFIX_AT, PREFIX_LENGTH);
        String name = text(header, 0, NAME);
        return prefix.isEmpty() ? name : prefix + '/' + name;
    }

    /** Up to the first zero, without blanks around. */
    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8).strip();
    }
}
