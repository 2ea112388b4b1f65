package dev.muster.application.user;

import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Violation;
import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordBlocklist;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.domain.user.UserError;
import java.util.List;

/** Which passwords may be chosen, and how they are kept. */
public record Passwords(PasswordPolicy policy, PasswordBlocklist blocklist, PasswordHasher hasher) {

    private static final String POINTER = "/password";

    /**
     * The hash of a password that someone chose.
     *
     * @param person whose password it is to be, as they are to be known then
     * @throws Invalid with WEAK_PASSWORD if it may not be chosen
     */
    public PasswordHash hashChosen(Password password, Identity person) {
        policy.require(password, person);
        if (blocklist.contains(password)) {
            String message = "must not be one of the passwords that are tried first";
            throw new Invalid(
                    UserError.WEAK_PASSWORD,
                    "The password " + message + ".",
                    List.of(new Violation(POINTER, UserError.WEAK_PASSWORD, message)));
        }
        return hasher.hash(password);
    }

    /**
     * A hash of a password that was chosen elsewhere.
     *
     * @throws Invalid if it can't be verified here, or is too cheap to guess (requirement A18)
     */
    PasswordHash requireAccepted(PasswordHash hash) {
        if (!hasher.accepts(hash)) {
            throw Invalid.at(
                    "/password_hash",
                    FieldError.INVALID_FORMAT,
                    "must be Argon2id as a PHC string, or bcrypt of cost 12 to 16");
        }
        return hash;
    }
}
