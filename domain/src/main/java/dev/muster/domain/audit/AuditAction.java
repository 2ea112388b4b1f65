package dev.muster.domain.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is recorded. */
public enum AuditAction {
    USER_REGISTERED,
    REGISTRATION_REPEATED,
    USER_CREATED,
    USER_CHANGED,
    USER_SUSPENDED,
    USER_REACTIVATED,
    USER_UNLOCKED,
    USER_DELETED,
    USER_RECOVERED,
    USER_ERASED,
    EMAIL_VERIFIED,
    EMAIL_CHANGE_REQUESTED,
    EMAIL_CHANGED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    ACCOUNT_LOCKED,
    SESSION_ENDED,
    REFRESH_TOKEN_REUSED,
    ROLE_GRANTED,
    ROLE_WITHDRAWN,
    ROLE_CREATED,
    ROLE_CHANGED,
    ROLE_DELETED,
    SIGNING_KEY_ROTATED,
    /** What a later version of Muster recorded and this one has no name for; never recorded itself. */
    UNKNOWN;

    private static final Map<String, AuditAction> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AuditAction::code, action -> action));

    /** The name in the store and the API, such as {@code user_registered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of a code, or UNKNOWN. */
    public static AuditAction of(String code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }
}
