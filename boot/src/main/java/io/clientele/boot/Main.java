package io.clientele.boot;

import java.nio.file.Path;

/** Runs the framework in a process of its own, on a data folder of its own. */
public final class Main {
    /** The property by which parts of the platform know that the process is theirs to end: they set the code there and stop the framework. */
    private static final String EXIT = "clientele.exit";

    // As in sysexits.h.
    private static final int FAILED = 70;
    private static final int IN_USE = 75;

    private Main() {}

    /** Ends the process when the framework has stopped. */
    public static void main(String[] words) throws Exception {
        // The framework's threads would keep a process alive whose first one has failed.
        Thread.currentThread().setUncaughtExceptionHandler(Main::failed);
        System.exit(run(words));
    }

    private static void failed(Thread thread, Throwable failure) {
        // It prints both.
        new ThreadGroup("failed").uncaughtException(thread, failure);
        System.exit(FAILED);
    }

    private static int run(String[] words) throws Exception {
        Path folder = Path.of(System.getProperty("karaf.data", "data")).toAbsolutePath();
        try {
            DataFolder held = DataFolder.hold(folder);
            try {
                return serve(words);
            } finally {
                held.close();
            }
        } catch (DataFolder.InUseException e) {
            System.err.println(e.getMessage());
            return IN_USE;
        } catch (DataFolder.UnusableException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private static int serve(String[] words) throws Exception {
        System.setProperty(EXIT, "0");
        org.apache.karaf.main.Main framework = new org.apache.karaf.main.Main(words);
        framework.launch();
        framework.awaitShutdown();
        boolean stopped = framework.destroy();
        framework.updateInstancePidAfterShutdown();
        int wanted = Integer.getInteger(EXIT, 0);
        if (wanted != 0) {
            return wanted;
        }
        return stopped ? framework.getExitCode() : FAILED;
    }
}
