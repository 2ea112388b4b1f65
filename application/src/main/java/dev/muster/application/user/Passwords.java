package dev.muster.application.user;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.domain.user.Username;

/** Which passwords may be chosen, and how they are kept. */
public record Passwords(PasswordPolicy policy, PasswordHasher hasher) {

    /**
     * The hash of a password that someone chose.
     *
     * @throws dev.muster.domain.shared.Invalid with WEAK_PASSWORD if it may not be chosen
     */
    public PasswordHash hashChosen(Password password, EmailAddress email, Username username) {
        policy.require(password, email, username);
        return hasher.hash(password);
    }
}
