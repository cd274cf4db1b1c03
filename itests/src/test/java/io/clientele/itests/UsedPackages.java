package io.clientele.itests;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages that a compiled class names where the virtual machine, or who asks for its members, looks for them. The compiler leaves the classes whose constants it
 * has copied in the pool, too: of those there, only the ones count that something refers to.
 */
final class UsedPackages {
    private static final int MAGIC = 0xCAFEBABE;
    private static final Pattern TYPE = Pattern.compile("L([^;<]+)");
    private static final int LDC = 0x12;

    /** ldc_w, new, anewarray, checkcast, instanceof, multianewarray: an index of two bytes follows. */
    private static final Set<Integer> NAMING = Set.of(0x13, 0xBB, 0xBD, 0xC0, 0xC1, 0xC5);

    private final DataInputStream in;
    private String[] texts = {};

    /** From the index of a class to that of its name, or 0. */
    private int[] classes = {};

    private final Set<Integer> used = new TreeSet<>();
    private final List<Integer> descriptors = new ArrayList<>();

    private UsedPackages(DataInputStream in) {
        this.in = in;
    }

    /** With dots; those of Java itself, which nobody imports, are left out. */
    static Set<String> of(InputStream classFile) throws IOException {
        UsedPackages reader = new UsedPackages(new DataInputStream(classFile));
        reader.read();
        return reader.packages();
    }

    private void read() throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readInt();
        constants();
        in.readUnsignedShort();
        used.add(in.readUnsignedShort());
        used.add(in.readUnsignedShort());
        indices();
        members();
        members();
    }

    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        texts = new String[count];
        classes = new int[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classes[i] = in.readUnsignedShort();
                case 9, 10, 11 -> {
                    used.add(in.readUnsignedShort());
                    in.skipNBytes(2);
                }
                case 12 -> {
                    in.skipNBytes(2);
                    descriptors.add(in.readUnsignedShort());
                }
                case 16 -> descriptors.add(in.readUnsignedShort());
                case 8, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
    }

    /** Classes, by their indices. */
    private void indices() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            used.add(in.readUnsignedShort());
        }
    }

    /** Fields and methods have one form. */
    private void members() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(4);
            descriptors.add(in.readUnsignedShort());
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String name = texts[in.readUnsignedShort()];
                byte[] content = in.readNBytes(in.readInt());
                if (name.equals("Code")) {
                    code(ByteBuffer.wrap(content));
                } else if (name.equals("Exceptions")) {
                    ByteBuffer thrown = ByteBuffer.wrap(content, 2, content.length - 2);
                    while (thrown.hasRemaining()) {
                        used.add(Short.toUnsignedInt(thrown.getShort()));
                    }
                }
            }
        }
    }

    /** Whatever looks like an instruction is taken for one: that names at worst a class which another place names. */
    private void code(ByteBuffer content) {
        int begin = 8;
        int end = begin + content.getInt(4);
        for (int i = begin; i < end - 2; i++) {
            int instruction = Byte.toUnsignedInt(content.get(i));
            if (instruction == LDC) {
                named(Byte.toUnsignedInt(content.get(i + 1)));
            } else if (NAMING.contains(instruction)) {
                named(Short.toUnsignedInt(content.getShort(i + 1)));
            }
        }
        int handlers = Short.toUnsignedInt(content.getShort(end));
        for (int i = 0; i < handlers; i++) {
            named(Short.toUnsignedInt(content.getShort(end + 2 + 8 * i + 6)));
        }
    }

    private void named(int index) {
        if (index < classes.length && classes[index] != 0) {
            used.add(index);
        }
    }

    private Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        for (int index : used) {
            String name = index == 0 ? "" : texts[classes[index]];
            // The class of an array has a descriptor for its name.
            if (name.startsWith("[")) {
                addAll(packages, name);
            } else {
                add(packages, name);
            }
        }
        descriptors.forEach(index -> addAll(packages, texts[index]));
        return packages;
    }

    private static void addAll(Set<String> packages, String descriptor) {
        Matcher type = TYPE.matcher(descriptor);
        while (type.find()) {
            add(packages, type.group(1));
        }
    }

    private static void add(Set<String> packages, String type) {
        int end = type.lastIndexOf('/');
        if (end > 0 && !type.startsWith("java/")) {
            packages.add(type.substring(0, end).replace('/', '.'));
        }
    }
}
