package dev.muster.domain.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a role may allow beyond one's own belongings (requirement A12). */
public enum Permission {
    /** See accounts, their sessions, roles and statistics. */
    USERS_READ,
    /** Make accounts, change and suspend them, end their sessions, delete and erase them. */
    USERS_WRITE,
    /** Make and change roles, and say who has which. */
    ROLES_WRITE,
    /** See the audit log. */
    AUDIT_READ,
    /** Ask whether somebody's token is good (RFC 7662). */
    TOKENS_INTROSPECT;

    /** The name in the store, in tokens and in the API, such as {@code users:read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The permission of a {@link #code}. */
    public static Optional<Permission> find(String code) {
        return Arrays.stream(values())
                .filter(permission -> permission.code().equals(code))
                .findAny();
    }
}
