package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.user.Password;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.PasswordMember;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Someone who followed a link to choose another password.
 *
 * @param token what the link carries; works once
 * @param password 12 to 128 characters of any kind, 8 of them besides words of the account, its owner and the service
 */
public record ResetRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String token,

        @PasswordMember @Nullable String password) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Reset reset() {
        var members = new Members();
        String secret = members.read("/token", token, Function.identity());
        Password wanted = members.read("/password", password, Password::new);
        members.finish();
        return new Reset(requireNonNull(secret), requireNonNull(wanted));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ResetRequest[***]";
    }

    /** What the link carries, and the password to come. */
    record Reset(String secret, Password wanted) {}
}
