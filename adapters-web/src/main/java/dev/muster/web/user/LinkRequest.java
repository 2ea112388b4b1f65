package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.web.shared.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Someone who followed a link in a mail.
 *
 * @param token what the link carries; works once
 */
public record LinkRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String token) {

    /** @throws dev.muster.domain.shared.Invalid if there is none */
    String secret() {
        var members = new Members();
        String secret = members.read("/token", token, Function.identity());
        members.finish();
        return requireNonNull(secret);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "LinkRequest[***]";
    }
}
