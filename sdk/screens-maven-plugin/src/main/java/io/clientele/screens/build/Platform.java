package io.clientele.screens.build;

import java.util.Locale;

/** The operating system and processor that tools are chosen for. */
record Platform(String system, String processor) {
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String systemName, String architecture) {
        String name = systemName.toLowerCase(Locale.ROOT);
        String system = name.contains("win") ? "win32" : name.contains("mac") ? "darwin" : "linux";
        return new Platform(system, architecture.equals("aarch64") ? "arm64" : "x64");
    }

    String esbuild() {
        return system + "-" + processor;
    }

    String deno() {
        return switch (system) {
            case "win32" -> esbuild() + "-msvc";
            case "linux" -> esbuild() + "-glibc";
            default -> esbuild();
        };
    }

    String program(String name) {
        return system.equals("win32") ? name + ".exe" : name;
    }
}
