package dev.muster.web.user;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.user.Password;
import dev.muster.web.shared.Members;
import dev.muster.web.shared.PasswordMember;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants to delete their account, and proves that it is theirs.
 *
 * @param password the account's password
 */
public record DeletionRequest(@PasswordMember @Nullable String password) {

    /** @throws dev.muster.domain.shared.Invalid if there is none */
    Password proof() {
        var members = new Members();
        Password proof = members.read("/password", password, Password::new);
        members.finish();
        return requireNonNull(proof);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DeletionRequest[***]";
    }
}
