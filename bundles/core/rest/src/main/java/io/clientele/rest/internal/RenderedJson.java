package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.clientele.rest.Rendered;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Sends what is rendered already as it stands; takes it apart only for a selection of fields. */
final class RenderedJson extends StdSerializer<Rendered<?>> {
    private static final long serialVersionUID = 1L;

    RenderedJson() {
        super(Rendered.class, false);
    }

    @Override
    public void serialize(Rendered<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (json instanceof FilteringGeneratorDelegate) {
            try (JsonParser parser = json.getCodec().getFactory().createParser(value.json())) {
                parser.nextToken();
                json.copyCurrentStructure(parser);
            }
        } else {
            json.writeRawValue(new Bytes(value.json()));
        }
    }

    /** Text that is in UTF-8 already; the generator copies it. */
    private static final class Bytes implements SerializableString {
        private final byte[] utf8;

        Bytes(byte[] utf8) {
            this.utf8 = utf8;
        }

        @Override
        public String getValue() {
            return new String(utf8, StandardCharsets.UTF_8);
        }

        @Override
        public int charLength() {
            return getValue().length();
        }

        @Override
        public int appendUnquotedUTF8(byte[] buffer, int offset) {
            if (offset + utf8.length > buffer.length) {
                return -1;
            }
            System.arraycopy(utf8, 0, buffer, offset, utf8.length);
            return utf8.length;
        }

        @Override
        public byte[] asUnquotedUTF8() {
            return utf8;
        }

        @Override
        public int writeUnquotedUTF8(OutputStream out) throws IOException {
            out.write(utf8);
            return utf8.length;
        }

        @Override
        public int putUnquotedUTF8(ByteBuffer out) {
            if (utf8.length > out.remaining()) {
                return -1;
            }
            out.put(utf8);
            return utf8.length;
        }

        @Override
        public int appendUnquoted(char[] buffer, int offset) {
            String text = getValue();
            if (offset + text.length() > buffer.length) {
                return -1;
            }
            text.getChars(0, text.length(), buffer, offset);
            return text.length();
        }

        @Override
        public char[] asQuotedChars() {
            throw unquotable();
        }

        @Override
        public byte[] asQuotedUTF8() {
            throw unquotable();
        }

        @Override
        public int appendQuotedUTF8(byte[] buffer, int offset) {
            throw unquotable();
        }

        @Override
        public int appendQuoted(char[] buffer, int offset) {
            throw unquotable();
        }

        @Override
        public int writeQuotedUTF8(OutputStream out) {
            throw unquotable();
        }

        @Override
        public int putQuotedUTF8(ByteBuffer buffer) {
            throw unquotable();
        }

        private static UnsupportedOperationException unquotable() {
            return new UnsupportedOperationException("this is JSON, not a text in JSON");
        }
    }
}
