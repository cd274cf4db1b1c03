package io.clientele.modules.internal.archive;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The annotations of a class and of its methods: type descriptor to the text of their {@code value}, or to an empty text.
 *
 * @param name with dots
 */
record ClassFile(String name, Map<String, String> annotations, List<Map<String, String>> methods) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final String VISIBLE = "RuntimeVisibleAnnotations";

    static ClassFile read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readInt();
        Reader reader = new Reader(in);
        reader.constants();
        in.readUnsignedShort();
        String name = reader.className(in.readUnsignedShort());
        in.readUnsignedShort();
        in.skipNBytes(2L * in.readUnsignedShort());
        reader.members();
        List<Map<String, String>> methods = reader.members();
        return new ClassFile(name.replace('/', '.'), reader.attributes(), methods);
    }

    /** Walks through the bytes, in their order. */
    private static final class Reader {
        private final DataInputStream in;
        private String[] texts = {};
        private int[] classes = {};

        Reader(DataInputStream in) {
            this.in = in;
        }

        void constants() throws IOException {
            int count = in.readUnsignedShort();
            texts = new String[count];
            classes = new int[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 7 -> classes[i] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("unknown constant " + tag);
                }
            }
        }

        String className(int index) throws IOException {
            return text(classes[index]);
        }

        private String text(int index) throws IOException {
            String text = texts[index];
            if (text == null) {
                throw new IOException("not a text");
            }
            return text;
        }

        /** Fields and methods have one form; what counts is their annotations. */
        List<Map<String, String>> members() throws IOException {
            int count = in.readUnsignedShort();
            List<Map<String, String>> members = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                in.skipNBytes(6);
                members.add(attributes());
            }
            return members;
        }

        Map<String, String> attributes() throws IOException {
            Map<String, String> annotations = new HashMap<>();
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                String name = text(in.readUnsignedShort());
                long length = Integer.toUnsignedLong(in.readInt());
                if (name.equals(VISIBLE)) {
                    for (int left = in.readUnsignedShort(); left > 0; left--) {
                        annotation(annotations);
                    }
                } else {
                    in.skipNBytes(length);
                }
            }
            return annotations;
        }

        private void annotation(Map<String, String> annotations) throws IOException {
            String type = text(in.readUnsignedShort());
            annotations.put(type, "");
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String element = text(in.readUnsignedShort());
                String value = value();
                if (element.equals("value")) {
                    annotations.put(type, value);
                }
            }
        }

        /** The value of one element if it is a text, else an empty text. */
        private String value() throws IOException {
            switch (in.readUnsignedByte()) {
                case 's' -> {
                    return text(in.readUnsignedShort());
                }
                case 'e' -> in.skipNBytes(4);
                case '@' -> annotation(new HashMap<>());
                case '[' -> {
                    for (int left = in.readUnsignedShort(); left > 0; left--) {
                        value();
                    }
                }
                default -> in.skipNBytes(2);
            }
            return "";
        }
    }
}
