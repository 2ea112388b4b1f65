package dev.muster.messaging.mail;

import dev.muster.domain.mail.LetterKind;
import java.util.Optional;
import java.util.Set;

/**
 * What stands over a letter, and what its templates may tell besides the name, the link and the time.
 *
 * @param details that are told if the letter has them
 */
record Wording(String subject, Set<String> details) {

    static final String IP = "ip";
    static final String DEVICE = "device";
    static final String EMAIL = "email";
    static final String UNTIL = "until";

    /** Of a kind that is a letter. */
    static Optional<Wording> of(LetterKind kind) {
        return switch (kind) {
            case VERIFY_EMAIL -> wording("verify your e-mail address", UNTIL);
            case ALREADY_REGISTERED -> wording("you have an account already", IP, DEVICE);
            case RESET_PASSWORD -> wording("choose a new password", UNTIL, IP, DEVICE);
            case PASSWORD_CHANGED -> wording("your password was changed", IP, DEVICE);
            case CONFIRM_EMAIL -> wording("confirm your new e-mail address", UNTIL);
            case EMAIL_CHANGE_REQUESTED -> wording("your e-mail address is to be changed", EMAIL, IP, DEVICE);
            case EMAIL_CHANGED -> wording("your e-mail address was changed", EMAIL, IP, DEVICE);
            case EMAIL_WANTED_BY_OTHER -> wording("someone tried to use your e-mail address");
            case ACCOUNT_LOCKED -> wording("sign-in to your account is locked for a time", UNTIL, IP, DEVICE);
            case SESSION_ENDED_FOR_REUSE -> wording("one of your sessions was ended", IP, DEVICE);
            case ACCOUNT_DELETED -> wording("your account was deleted", UNTIL, IP, DEVICE);
            case ACCOUNT_RECOVERED -> wording("your account was recovered", IP, DEVICE);
            case PASSWORD_RESET_WANTED, VERIFICATION_WANTED -> Optional.empty();
        };
    }

    private static Optional<Wording> wording(String subject, String... details) {
        return Optional.of(new Wording("Muster: " + subject, Set.of(details)));
    }
}
