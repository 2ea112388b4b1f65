package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.user.Password;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.PasswordMember;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants another password.
 *
 * @param currentPassword the present one
 * @param newPassword 12 to 128 characters of any kind, 8 of them besides words of the account, its owner and the service
 */
public record PasswordRequest(
        @PasswordMember @Nullable String currentPassword,

        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "password",
                example = "staple battery horse")
        @Nullable String newPassword) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Change change() {
        var members = new Members();
        Password current = members.read("/current_password", currentPassword, Password::new);
        Password wanted = members.read("/new_password", newPassword, Password::new);
        members.finish();
        return new Change(requireNonNull(current), requireNonNull(wanted));
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordRequest[***]";
    }

    /** The present password and the one to come. */
    record Change(Password current, Password wanted) {}
}
