package io.clientele.access.internal.store;

import io.clientele.access.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

@Entity(name = "Token")
@Table(name = "access_token")
class TokenRow {
    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "user_id")
    private long user;

    private String name;

    @Column(name = "token_hash")
    private String hash;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private @Nullable OffsetDateTime expiresAt;

    /** Written by {@link LoginStore} alone. */
    @Column(name = "used_at", insertable = false, updatable = false)
    private @Nullable OffsetDateTime usedAt;

    protected TokenRow() {}

    TokenRow(ApiToken token, String hash) {
        Instant expires = token.expiresAt();
        this.id = token.id();
        this.user = token.user().value();
        this.name = token.name();
        this.hash = hash;
        this.createdAt = token.createdAt().atOffset(ZoneOffset.UTC);
        this.expiresAt = expires == null ? null : expires.atOffset(ZoneOffset.UTC);
    }

    ApiToken read() {
        return new ApiToken(
                id,
                new UserId(user),
                name,
                createdAt.toInstant(),
                expiresAt == null ? null : expiresAt.toInstant(),
                usedAt == null ? null : usedAt.toInstant());
    }

    String hash() {
        return hash;
    }
}
