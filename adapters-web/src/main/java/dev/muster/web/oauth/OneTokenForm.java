package dev.muster.web.oauth;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Is about one token (RFC 7009, section 2.1; RFC 7662, section 2.1).
 *
 * @param token an access token or a refresh token
 * @param tokenTypeHint makes no difference: the two are easily told apart
 * @param clientId muster, if it is given
 */
@Schema(name = "OneTokenForm")
record OneTokenForm(
        String token,
        @Schema(example = "refresh_token") @Nullable String tokenTypeHint,
        @Nullable String clientId) {

    /** @throws OAuthRefusal if there is no token */
    static OneTokenForm from(Form form) {
        return new OneTokenForm(form.require("token"), form.find("token_type_hint"), form.find("client_id"));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "OneTokenForm[***]";
    }
}
