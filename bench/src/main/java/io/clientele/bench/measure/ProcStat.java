package io.clientele.bench.measure;

/**
 * The part of {@code /proc/<pid>/stat} that tells whose child a process is and what processor time it used.
 *
 * @param ownTicks user and system time of all its threads, ended ones included
 * @param reapedTicks the same of its ended and awaited children, and of theirs
 */
public record ProcStat(long pid, long parent, int threads, long ownTicks, long reapedTicks) {
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int REAPED_USER = 13;
    private static final int REAPED_SYSTEM = 14;
    private static final int THREADS = 17;

    /** Reads one line; the command name in it may hold blanks and brackets. */
    public static ProcStat parse(String line) {
        int close = line.lastIndexOf(')');
        if (close < 0) {
            throw new IllegalArgumentException("no command name in: " + line);
        }
        // The fields after the name, starting with the state.
        String[] fields = line.substring(close + 2).trim().split(" ", -1);
        if (fields.length <= THREADS) {
            throw new IllegalArgumentException("too few fields in: " + line);
        }
        return new ProcStat(
                Long.parseLong(line.substring(0, line.indexOf(' '))),
                Long.parseLong(fields[PARENT]),
                Integer.parseInt(fields[THREADS]),
                Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]),
                Long.parseLong(fields[REAPED_USER]) + Long.parseLong(fields[REAPED_SYSTEM]));
    }
}
