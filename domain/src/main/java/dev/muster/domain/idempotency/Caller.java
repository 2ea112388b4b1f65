package dev.muster.domain.idempotency;

import dev.muster.domain.limit.LimitKey;
import dev.muster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whose a key is: the same key of another caller is another key.
 *
 * @param user the person, or null for somebody unknown
 * @param name tells callers apart
 */
public record Caller(@Nullable UserId user, String name) {

    /** A person who is signed in, from wherever they ask. */
    public static Caller of(UserId user) {
        return new Caller(user, LimitKey.ofUser(user));
    }

    /**
     * Somebody unknown. All of one network are one, those of others are not: strangers elsewhere can neither take a key
     * away nor try by it what was sent with it.
     *
     * @param address in numbers; null if it is not known
     */
    public static Caller anonymous(@Nullable String address) {
        return new Caller(null, "anonymous:" + LimitKey.ofAddress(address));
    }
}
