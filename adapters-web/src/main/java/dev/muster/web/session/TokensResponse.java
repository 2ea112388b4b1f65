package dev.muster.web.session;

import dev.muster.application.session.SignedIn;
import dev.muster.web.user.UserResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * What someone gets who has signed in.
 *
 * @param accessToken to be sent as Authorization: Bearer
 * @param tokenType always Bearer
 * @param expiresIn life of the access token in seconds
 * @param refreshToken to be exchanged once for new tokens
 * @param refreshExpiresIn life of the refresh token in seconds, when it is not used
 * @param sessionId the session that all these tokens belong to
 * @param user who has signed in
 */
@Schema(name = "Tokens")
public record TokensResponse(
        String accessToken,
        @Schema(allowableValues = "Bearer") String tokenType,
        @Schema(example = "600") long expiresIn,
        String refreshToken,
        @Schema(example = "604800") long refreshExpiresIn,
        UUID sessionId,
        UserResponse user) {

    static TokensResponse from(SignedIn signedIn) {
        return new TokensResponse(
                signedIn.accessToken(),
                "Bearer",
                signedIn.accessLife().toSeconds(),
                signedIn.refreshToken(),
                signedIn.refreshLife().toSeconds(),
                signedIn.session().value(),
                UserResponse.from(signedIn.user()));
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokensResponse[" + sessionId + "]";
    }
}
