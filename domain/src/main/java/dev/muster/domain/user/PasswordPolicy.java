package dev.muster.domain.user;

import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Violation;
import java.util.List;
import java.util.Locale;

/**
 * Which passwords may be chosen: a length in code points, any characters, and not the account's own words (OWASP ASVS
 * 5.0, 6.2.1, 6.2.5, 6.2.11).
 *
 * @param minLength 8 at least
 * @param maxLength 64 at least
 */
public record PasswordPolicy(int minLength, int maxLength) {

    public static final PasswordPolicy DEFAULT = new PasswordPolicy(12, 128);
    private static final int LEAST_OF_ITS_OWN = 8;

    public PasswordPolicy {
        if (minLength < 8 || maxLength < 64 || minLength > maxLength) {
            throw new IllegalArgumentException("a policy allows 64 characters and demands 8");
        }
    }

    /** @throws Invalid with {@link UserError#WEAK_PASSWORD} if the password may not be chosen for the account */
    public void require(Password password, EmailAddress email, Username username) {
        String chosen = password.value();
        int length = chosen.codePointCount(0, chosen.length());
        if (length < minLength) {
            throw weak(FieldError.TOO_SHORT, "must have at least " + minLength + " characters");
        }
        if (length > maxLength) {
            throw weak(FieldError.TOO_LONG, "must have at most " + maxLength + " characters");
        }
        // Short names stand in many a good password; what counts is what the password holds besides.
        String own =
                chosen.toLowerCase(Locale.ROOT).replace(email.canonical(), "").replace(username.canonical(), "");
        if (own.length() < LEAST_OF_ITS_OWN) {
            throw weak(UserError.WEAK_PASSWORD, "must be more than the account's e-mail address or user name");
        }
    }

    private static Invalid weak(ErrorCode rule, String message) {
        return new Invalid(
                UserError.WEAK_PASSWORD,
                "The password " + message + ".",
                List.of(new Violation("/password", rule, message)));
    }
}
