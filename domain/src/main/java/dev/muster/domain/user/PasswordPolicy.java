package dev.muster.domain.user;

import dev.muster.domain.shared.ErrorCode;
import dev.muster.domain.shared.FieldError;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords may be chosen: a length in code points, any characters, and 8 of them besides words of the account, its
 * owner and the installation (OWASP ASVS 5.0, 6.2.1, 6.2.5, 6.2.11).
 *
 * @param minLength 8 at least
 * @param maxLength 64 at least
 * @param words those of the installation; the product's name and those of the built-in roles are always among them
 */
public record PasswordPolicy(int minLength, int maxLength, Set<String> words) {

    // Before the policy below, which has them.
    private static final Set<String> OF_EVERY_INSTALLATION = Set.of("muster", Role.ADMIN.name(), Role.USER.name());

    public static final PasswordPolicy DEFAULT = new PasswordPolicy(12, 128, Set.of());
    private static final int LEAST_OF_ITS_OWN = 8;

    public PasswordPolicy {
        if (minLength < 8 || maxLength < 64 || minLength > maxLength) {
            throw new IllegalArgumentException("a policy allows 64 characters and demands 8");
        }
        words = Stream.concat(words.stream(), OF_EVERY_INSTALLATION.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Invalid with {@link UserError#WEAK_PASSWORD} if the password may not be chosen by the person */
    public void require(Password password, Identity person) {
        String chosen = password.value();
        int length = chosen.codePointCount(0, chosen.length());
        if (length < minLength) {
            throw weak(FieldError.TOO_SHORT, "must have at least " + minLength + " characters");
        }
        if (length > maxLength) {
            throw weak(FieldError.TOO_LONG, "must have at most " + maxLength + " characters");
        }
        if (OwnWords.of(person, words).charactersBesides(password) < LEAST_OF_ITS_OWN) {
            throw weak(
                    UserError.WEAK_PASSWORD,
                    "must have " + LEAST_OF_ITS_OWN
                            + " characters besides words of the account, its owner and this service");
        }
    }

    private static Invalid weak(ErrorCode rule, String message) {
        return new Invalid(
                UserError.WEAK_PASSWORD,
                "The password " + message + ".",
                List.of(new Violation("/password", rule, message)));
    }
}
