package io.clientele.rest.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Tells in words why a host could not listen where it is to, before it is made. */
final class ListeningPlace {
    private ListeningPlace() {}

    /** What is wrong with the host's name or address, if anything is. */
    static Optional<String> hostFault(HostSettings settings) {
        return fault(settings.host(), 0)
                .map(reason -> ConfiguredSettings.fault(
                        "host",
                        settings.host(),
                        "an address or a name of this machine is needed, such as 127.0.0.1, or 0.0.0.0 for all ("
                                + reason + ")"));
    }

    /** What is wrong with the port, if anything is; the host is right. */
    static Optional<String> portFault(HostSettings settings) {
        return fault(settings.host(), settings.port())
                .map(reason -> ConfiguredSettings.fault(
                        "port",
                        Integer.toString(settings.port()),
                        "a port is needed that no other program has and that this user may take, or 0 for a free one ("
                                + reason + ")"));
    }

    private static Optional<String> fault(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return Optional.of("nobody knows this name");
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does, lest connections that have ended keep it from its port.
            socket.setReuseAddress(true);
            socket.bind(address);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
