package io.clientele.access.internal;

import java.security.SecureRandom;

/**
 * Places of a memory of fixed size. Names share them by a hash that nobody outside can foresee, so that a flood of names cannot push the ones under attack out
 * of memory.
 */
final class SaltedPlaces {
    static final int COUNT = 1 << 14;

    private final int salt = new SecureRandom().nextInt();

    int of(String name) {
        int mixed = salt;
        for (int i = 0; i < name.length(); i++) {
            mixed = (mixed ^ name.charAt(i)) * 0x9E3779B1;
            mixed ^= mixed >>> 15;
        }
        return mixed & COUNT - 1;
    }
}
