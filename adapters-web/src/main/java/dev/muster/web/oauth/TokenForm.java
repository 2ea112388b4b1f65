package dev.muster.web.oauth;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for new tokens (RFC 6749, section 6).
 *
 * @param grantType always refresh_token
 * @param refreshToken works once
 * @param clientId muster, if it is given
 * @param scope must not be given: scopes can't be chosen
 */
@Schema(name = "TokenForm")
record TokenForm(
        @Schema(allowableValues = "refresh_token") String grantType,
        String refreshToken,
        @Nullable String clientId,
        @Nullable String scope) {

    private static final String REFRESH = "refresh_token";

    /** @throws OAuthRefusal if it asks for anything else */
    static TokenForm from(Form form) {
        String grantType = form.require("grant_type");
        if (!grantType.equals(REFRESH)) {
            throw new OAuthRefusal(OAuthError.UNSUPPORTED_GRANT_TYPE, "The only grant here is refresh_token.");
        }
        if (form.find("scope") != null) {
            throw new OAuthRefusal(OAuthError.INVALID_SCOPE, "Scopes can't be chosen here.");
        }
        return new TokenForm(grantType, form.require(REFRESH), form.find("client_id"), null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TokenForm[" + grantType + "]";
    }
}
