package dev.muster.web.session;

import static java.util.Objects.requireNonNull;

import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token to exchange for new tokens.
 *
 * @param refreshToken works once
 */
public record RefreshRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String refreshToken) {

    /** @throws dev.muster.domain.shared.Invalid if there is none */
    String secret() {
        var members = new Members();
        String secret = members.read("/refresh_token", refreshToken, Function.identity());
        members.finish();
        return requireNonNull(secret);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "RefreshRequest[***]";
    }
}
