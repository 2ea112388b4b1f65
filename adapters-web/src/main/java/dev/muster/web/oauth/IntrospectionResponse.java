package dev.muster.web.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.muster.application.session.ActiveToken;
import dev.muster.domain.session.TokenPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token is worth (RFC 7662, section 2.2). Of one that is not good at the moment, or not to be told of to who asks,
 * nothing is there but active.
 *
 * @param active whether it is good at the moment
 * @param clientId for whom it was made
 * @param username who it speaks for, by name
 * @param tokenType Bearer; not there for a refresh token
 * @param exp when it expires, in seconds since 1970
 * @param iat when it was made, in seconds since 1970
 * @param sub who it speaks for
 * @param aud for whom it is; not there for a refresh token
 * @param iss who made it
 * @param jti its name; not there for a refresh token
 * @param sid its session
 */
@Schema(name = "Introspection")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntrospectionResponse(
        boolean active,
        @Nullable String clientId,
        @Nullable String username,
        @Nullable String tokenType,
        @Nullable Long exp,
        @Nullable Long iat,
        @Nullable UUID sub,
        @Nullable String aud,
        @Nullable String iss,
        @Nullable UUID jti,
        @Nullable UUID sid) {

    static final IntrospectionResponse INACTIVE =
            new IntrospectionResponse(false, null, null, null, null, null, null, null, null, null, null);

    static IntrospectionResponse from(ActiveToken token, TokenPolicy policy) {
        boolean access = token.accessTokenId() != null;
        return new IntrospectionResponse(
                true,
                policy.clientId(),
                token.username().value(),
                access ? "Bearer" : null,
                token.expiresAt().getEpochSecond(),
                token.issuedAt().getEpochSecond(),
                token.user().value(),
                access ? policy.audience() : null,
                policy.issuer(),
                token.accessTokenId(),
                token.session().value());
    }
}
