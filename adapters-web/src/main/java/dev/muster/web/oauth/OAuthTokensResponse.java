package dev.muster.web.oauth;

import dev.muster.application.session.SignedIn;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * New tokens (RFC 6749, section 5.1).
 *
 * @param accessToken to be sent as Authorization: Bearer
 * @param tokenType always Bearer
 * @param expiresIn life of the access token in seconds
 * @param refreshToken to be exchanged once for new tokens
 */
@Schema(name = "OAuthTokens")
public record OAuthTokensResponse(
        String accessToken,
        @Schema(allowableValues = "Bearer") String tokenType,
        @Schema(example = "600") long expiresIn,
        String refreshToken) {

    static OAuthTokensResponse from(SignedIn signedIn) {
        return new OAuthTokensResponse(
                signedIn.accessToken(), "Bearer", signedIn.accessLife().toSeconds(), signedIn.refreshToken());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "OAuthTokensResponse[***]";
    }
}
