package dev.muster.domain.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a letter is about. */
public enum LetterKind {
    /** To a new account's address: a link that verifies it. */
    VERIFY_EMAIL(MailedToken.Purpose.VERIFY_EMAIL),
    /** To an account's address that someone tried to register again. */
    ALREADY_REGISTERED,
    /** A link to choose another password. */
    RESET_PASSWORD(MailedToken.Purpose.RESET_PASSWORD),
    /** The password was changed or reset. */
    PASSWORD_CHANGED,
    /** To a new address: a link that makes it the account's. */
    CONFIRM_EMAIL(MailedToken.Purpose.CONFIRM_EMAIL),
    /** To the present address: a change to another was asked for. */
    EMAIL_CHANGE_REQUESTED,
    /** To the former address: it is no longer the account's. */
    EMAIL_CHANGED,
    /** To an account's address that someone else tried to take. */
    EMAIL_WANTED_BY_OTHER,
    /** Sign-in is shut for a time after too many wrong passwords. */
    ACCOUNT_LOCKED,
    /** A spent refresh token came again; the session was ended. */
    SESSION_ENDED_FOR_REUSE,
    /** The account was deleted and can be recovered until a time. */
    ACCOUNT_DELETED,
    /** The account was recovered. */
    ACCOUNT_RECOVERED,
    /** Not a letter itself: whoever has the address wants to choose another password. Becomes one if there is an account. */
    PASSWORD_RESET_WANTED,
    /** Not a letter itself: whoever has the address wants the link that verifies it. Becomes one if there is an account. */
    VERIFICATION_WANTED;

    private final MailedToken.@Nullable Purpose purpose;

    LetterKind() {
        purpose = null;
    }

    LetterKind(MailedToken.Purpose purpose) {
        this.purpose = purpose;
    }

    /** What the letter's link is good for, if it has one. */
    public Optional<MailedToken.Purpose> purpose() {
        return Optional.ofNullable(purpose);
    }

    /** The kind of letter that carries a token. */
    public static LetterKind carrying(MailedToken.Purpose purpose) {
        return valueOf(purpose.name());
    }

    /** Whether it is a letter; what is none goes to nobody. */
    public boolean isLetter() {
        return this != PASSWORD_RESET_WANTED && this != VERIFICATION_WANTED;
    }

    /** The name in the store and of the template, such as {@code verify_email}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
