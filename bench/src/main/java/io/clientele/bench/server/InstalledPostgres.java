package io.clientele.bench.server;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL that is installed on the machine, packed as the library that starts servers wants it. The server that comes with that library is
 * compiled to be small ({@code -Os}), those of distributions to be fast ({@code -O2}).
 */
final class InstalledPostgres implements PgBinaryResolver {
    private final Path home;

    /**
     * @param home the directory with the server's {@code bin} and {@code lib}, such as {@code /usr/lib/postgresql/16}
     * @throws IllegalArgumentException if there is no server in it
     */
    InstalledPostgres(Path home) {
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            throw new IllegalArgumentException("no bin/postgres in " + home);
        }
        this.home = home;
    }

    @Override
    public InputStream getPgBinary(String system, String architecture) throws IOException {
        List<String> command = new ArrayList<>(List.of("tar", "-C", home.toString(), "-cJf", "-"));
        for (String part : new String[] {"bin", "lib", "share"}) {
            if (Files.isDirectory(home.resolve(part))) {
                command.add(part);
            }
        }
        Process tar = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new FilterInputStream(tar.getInputStream()) {
            @Override
            public void close() throws IOException {
                super.close();
                tar.destroy();
            }
        };
    }
}
