package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.PasswordMember;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants another address.
 *
 * @param email the address to come
 * @param password the account's password
 */
public record EmailRequest(
        @Schema(
                nullable = false,
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "email",
                example = "ann.new@example.org")
        @Nullable String email,

        @PasswordMember @Nullable String password) {

    /** @throws dev.muster.domain.shared.Invalid with everything that is wrong */
    Change change() {
        var members = new Members();
        EmailAddress wanted = members.read("/email", email, EmailAddress::new);
        Password proof = members.read("/password", password, Password::new);
        members.finish();
        return new Change(requireNonNull(wanted), requireNonNull(proof));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "EmailRequest[***]";
    }

    /** The address to come, and who wants it. */
    record Change(EmailAddress wanted, Password proof) {}
}
