package dev.muster.domain.user;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a link in a mail carries: whoever has it has read mail to the address (requirements A6, A7). Its secret is made
 * from its seed, and only a hash of that is stored, so the link can be written again and read from nowhere.
 *
 * @param email the address that it is sent to
 * @param expiresAt from when on it is worth nothing
 */
public record MailedToken(
        UUID id, UserId user, Purpose purpose, EmailAddress email, Instant createdAt, Instant expiresAt) {

    /** What the token is good for; for nothing else. */
    public enum Purpose {
        /** Shows that a new account's address is its owner's. */
        VERIFY_EMAIL,
        /** Makes the address that of the account. */
        CONFIRM_EMAIL,
        /** Lets the account have another password. */
        RESET_PASSWORD
    }

    /** What {@link dev.muster.domain.session.TokenSecrets#derive} makes the secret from. */
    public String seed() {
        return purpose.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
