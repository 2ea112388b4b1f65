package dev.muster.domain.mail;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
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
        RESET_PASSWORD;

        /** The page that a link leads to, below the base address, such as {@code verify-email}. */
        public String page() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What {@link dev.muster.domain.session.TokenSecrets#derive} makes the secret of a token from. */
        public String seed(UUID token) {
            return page() + ":" + token;
        }
    }

    /** Whether it was made so short a time ago that another one would be of no use. */
    public boolean isFresh(Instant now, LinkPolicy policy) {
        return now.isBefore(createdAt.plus(policy.quiet()));
    }
}
