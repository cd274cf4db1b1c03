package io.clientele.rest.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a request brings to prove its sender.
 *
 * @param authorization the {@code Authorization} header as sent
 * @param session the value of the session cookie; the host has checked that a state-changing request with it comes from its own origin
 * @param remoteAddress the address of the peer
 */
public record Credentials(@Nullable String authorization, @Nullable String session, String remoteAddress) {}
