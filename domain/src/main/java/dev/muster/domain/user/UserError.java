package dev.muster.domain.user;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about users. */
public enum UserError implements ErrorCode {
    USER_NOT_FOUND,
    /** Another account has the e-mail address. Never told to someone who registers (requirement A2). */
    EMAIL_TAKEN,
    USERNAME_TAKEN,
    /** The account's state doesn't allow this change (requirement A10). */
    ILLEGAL_TRANSITION,
    /** The only active account with the role admin would lose it. */
    LAST_ADMIN,
    ROLE_NOT_FOUND,
    /** There is a role of the name already. */
    ROLE_EXISTS,
    /** Someone has the role. */
    ROLE_IN_USE,
    /** Every Muster has the role as it is. */
    ROLE_BUILT_IN,
    /** There are as many roles as there can be. */
    TOO_MANY_ROLES,
    /** The password breaks the {@link PasswordPolicy}; the violation says how. */
    WEAK_PASSWORD,
    /** The password that was to prove who asks is wrong. Told only to someone who is signed in. */
    WRONG_PASSWORD,
    /** Too many wrong passwords came; none is looked at for a time. Told only to someone who is signed in. */
    PASSWORD_LOCKED,
    /** More passwords are being checked than Muster is set to check at once. */
    TOO_MANY_SIGN_INS
}
