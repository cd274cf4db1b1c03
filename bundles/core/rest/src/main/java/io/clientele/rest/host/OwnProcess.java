package io.clientele.rest.host;

import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process, as far as it is ours. {@code bin/serve} runs one that is: its program sets the framework property {@link #EXIT} and ends with the code that it finds
 * there once the framework has stopped. Where the property is not set, an application embeds the platform, which ends when it likes.
 */
record OwnProcess(BundleContext context) {
    static final String EXIT = "clientele.exit";

    /** As {@code EX_CONFIG} of sysexits.h: starting again does not help. */
    static final int WRONG_SETTING = 78;

    /** As {@code EX_TEMPFAIL}: it may help later. */
    static final int PORT_TAKEN = 75;

    private static final Logger LOG = LoggerFactory.getLogger(OwnProcess.class);

    /** Says something to the operator. */
    void tell(String line) {
        LOG.error("{}", line);
        if (isOurs()) {
            System.err.println(line);
        }
    }

    /** Says why, and ends the process if it is ours: a supervisor sees that, and not a server that listens nowhere. */
    void end(String reason, int code) {
        tell(reason);
        if (!isOurs()) {
            return;
        }
        System.setProperty(EXIT, Integer.toString(code));
        try {
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).stop();
        } catch (BundleException e) {
            LOG.error("The framework does not stop", e);
        }
    }

    private boolean isOurs() {
        return context.getProperty(EXIT) != null;
    }
}
