package io.clientele.access.internal.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password hash in PHC string format, such as {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
final class Argon2id {
    private static final Base64.Encoder WRITE = Base64.getEncoder().withoutPadding();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2id(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2id of(String password, Cost cost, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Argon2id(cost, salt, computed(password, cost, salt, HASH_BYTES));
    }

    /** Nobody's: takes as long to compare with as a real one, and equals none. */
    static Argon2id nobody(Cost cost) {
        return new Argon2id(cost, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    static Argon2id parse(String phc) {
        String[] parts = phc.split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalStateException("a password hash is of a kind unknown here");
        }
        String[] numbers = parts[3].split(",", -1);
        Base64.Decoder decoder = Base64.getDecoder();
        return new Argon2id(
                new Cost(number(numbers[0]), number(numbers[1]), number(numbers[2])),
                decoder.decode(parts[4]),
                decoder.decode(parts[5]));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, computed(password, cost, salt, hash.length));
    }

    boolean costs(Cost wanted) {
        return cost.equals(wanted);
    }

    @Override
    public String toString() {
        return "$argon2id$v=19$m=" + cost.memoryKiB() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + WRITE.encodeToString(salt) + "$" + WRITE.encodeToString(hash);
    }

    private static byte[] computed(String password, Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] computed = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), computed);
        return computed;
    }

    private static int number(String assignment) {
        return Integer.parseInt(assignment.substring(assignment.indexOf('=') + 1));
    }

    /** What one hashing takes of memory and time. */
    record Cost(int memoryKiB, int iterations, int lanes) {}
}
