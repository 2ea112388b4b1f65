package dev.muster.domain.mail;

import java.util.Locale;
import java.util.Optional;

/** What a letter is about. */
public enum LetterKind {
    /** To a new account's address: a link that verifies it. */
    VERIFY_EMAIL("verify-email"),
    /** To an account's address that someone tried to register again. */
    ALREADY_REGISTERED,
    /** A link to choose another password. */
    RESET_PASSWORD("reset-password"),
    /** The password was changed or reset. */
    PASSWORD_CHANGED,
    /** To a new address: a link that makes it the account's. */
    CONFIRM_EMAIL("confirm-email"),
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

    private final Optional<String> page;

    LetterKind() {
        page = Optional.empty();
    }

    LetterKind(String page) {
        this.page = Optional.of(page);
    }

    /** The page below the base address that the letter's link leads to, if it has one. */
    public Optional<String> page() {
        return page;
    }

    /** The name in the store and of the template, such as {@code verify_email}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
