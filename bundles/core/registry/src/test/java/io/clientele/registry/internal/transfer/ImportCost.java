package io.clientele.registry.internal.transfer;

import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.testkit.TestDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What importing a customer costs: CPU time of this process and of the PostgreSQL server, per row. Run {@code main} with the numbers of rows
 * as arguments, such as {@code 10000 200000}; the first run warms up and does not count.
 */
final class ImportCost {
    private static final double MICROS_PER_TICK = 10_000;
    private static final List<String> CITIES = List.of("上海", "北京", "Köln", "London", "广州", "Boston");
    private static final List<String> NAMES =
            List.of("王小明", "Anna Schmidt", "李雷", "John Smith", "上海茶叶公司", "Müller GmbH");

    private ImportCost() {}

    @SuppressWarnings("SystemOut") // This is a program.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("import-cost");
        for (String rows : arguments) {
            Path file = write(folder, Integer.parseInt(rows));
            try (Desk desk = new Desk(TestDatabase.POSTGRESQL);
                    InputStream body = Files.newInputStream(file)) {
                Transfer transfer = desk.transfer(folder, 1_000);
                ImportView upload = desk.manager(() -> transfer.imports()
                        .upload(ImportKind.CUSTOMERS, "cost.csv", new ImportGuess.Said(null, null, null), body));
                long server = parent(desk);
                double own = ticks(Path.of("/proc/self/stat"));
                double theirs = serverTicks(server);
                long start = System.nanoTime();
                ImportView done = desk.run(transfer, upload, false);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%s rows: %d added, %d failed; JVM %.1f us, PostgreSQL %.1f us a row; %.1f s%n",
                        rows,
                        done.added(),
                        done.failed(),
                        (ticks(Path.of("/proc/self/stat")) - own) * MICROS_PER_TICK / done.rows(),
                        (serverTicks(server) - theirs) * MICROS_PER_TICK / done.rows(),
                        seconds);
            }
        }
    }

    private static Path write(Path folder, int rows) throws IOException {
        Path file = folder.resolve("cost-" + rows + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,kind,name,email,phone,city,country,tags,status\n");
            for (int i = 0; i < rows; i++) {
                out.write(i + ",person," + NAMES.get(i % NAMES.size()) + " " + i + ",c" + i + "@example.com,+86138"
                        + (10_000_000 + i) + "," + CITIES.get(i % CITIES.size()) + ",CN,tag" + i % 20 + ",active\n");
            }
        }
        return file;
    }

    /** The process that every process of the server has as its parent. */
    private static long parent(Desk desk) throws IOException {
        long backend = desk.database.transactions().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                return row.getLong(1);
            }
        });
        return Long.parseLong(fields(Path.of("/proc/" + backend + "/stat"))[1]);
    }

    private static double serverTicks(long parent) throws IOException {
        double sum = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .toList()) {
                sum += ofServer(process.resolve("stat"), parent);
            }
        }
        return sum;
    }

    private static double ofServer(Path stat, long parent) {
        try {
            String[] fields = fields(stat);
            boolean child = Long.parseLong(fields[1]) == parent;
            boolean server = stat.getName(1).toString().equals(Long.toString(parent));
            return child
                    ? Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])
                    : server ? Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : 0;
        } catch (IOException e) {
            // The process has ended; its parent counts it.
            return 0;
        }
    }

    private static double ticks(Path stat) throws IOException {
        String[] fields = fields(stat);
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }

    /** The fields after the name of the program, which can hold anything. */
    private static String[] fields(Path stat) throws IOException {
        String text = Files.readString(stat);
        return text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    }
}
