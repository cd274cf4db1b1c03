package io.clientele.rest.internal;

import io.clientele.kernel.Network;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Whoever a trusted proxy asks for is the sender of a request, for all that is behind this: the throttle of passwords, the log, the
 * {@code remoteAddress} of credentials. What anybody else says in these headers counts for nothing, for everybody can write them.
 */
final class ForwardedSender implements HttpConfiguration.Customizer {
    private final List<Network> trusted;

    ForwardedSender(List<Network> trusted) {
        this.trusted = trusted;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        return peer instanceof InetSocketAddress inet && inet.getAddress() != null && isTrusted(inet.getAddress())
                ? told(request, inet)
                : request;
    }

    private Request told(Request request, InetSocketAddress peer) {
        ForwardedHeaders headers = ForwardedHeaders.of(request.getHeaders());
        // The port is the proxy's: nobody tells the sender's.
        InetSocketAddress sender = headers.sender(this::isTrusted)
                .map(address -> new InetSocketAddress(address, peer.getPort()))
                .orElse(peer);
        boolean secure = request.isSecure() || headers.isSecure(this::isTrusted);
        ConnectionMetaData connection = new Sender(request.getConnectionMetaData(), sender, secure);
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }

            @Override
            public boolean isSecure() {
                return connection.isSecure();
            }
        };
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** The connection as it would be without the proxies. */
    private static final class Sender extends ConnectionMetaData.Wrapper {
        private final InetSocketAddress address;
        private final boolean secure;

        Sender(ConnectionMetaData connection, InetSocketAddress address, boolean secure) {
            super(connection);
            this.address = address;
            this.secure = secure;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return address;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }
    }
}
