package dev.muster.application.user;

import dev.muster.application.session.Remembered;
import dev.muster.application.shared.Versions;
import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The accounts as administrators act on them. */
public final class AdministeredUsers {

    private final Administration administration;
    private final Users users;
    private final Remembered remembered;

    public AdministeredUsers(Administration administration, Users users, Remembered remembered) {
        this.administration = administration;
        this.users = users;
        this.remembered = remembered;
    }

    /**
     * An account that is about to be acted on; inside a unit of work.
     *
     * @param expectedVersion the version that the caller knows, or null to act on whatever is there
     * @throws dev.muster.domain.shared.NotFound with USER_NOT_FOUND
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if it may do more than who asks
     */
    User require(Principal principal, UserId id, @Nullable Long expectedVersion) {
        User user = users.find(id).orElseThrow(UserQueries::notFound);
        Versions.require(expectedVersion, user.version());
        administration.requireOver(principal, id);
        return user;
    }

    /**
     * Acts on an account, found as {@link #require} does, in one unit of work, and forgets what was remembered of it.
     *
     * @param work may be done more than once
     */
    <T> T act(Principal principal, UserId id, @Nullable Long expectedVersion, BiFunction<User, Instant, T> work) {
        try {
            return Versions.changing(
                    expectedVersion,
                    () -> administration.act(
                            principal, now -> work.apply(require(principal, id, expectedVersion), now)));
        } finally {
            // Also when it is not known whether it was stored.
            remembered.forget(id);
        }
    }

    /**
     * Changes an account as {@link #act} does, whatever its version, and on the record.
     *
     * @return the account as stored
     */
    User change(Principal principal, UserId id, AuditAction action, BiFunction<User, Instant, User> change) {
        return act(principal, id, null, (user, now) -> store(principal, change.apply(user, now), action));
    }

    /** Stores an account that was changed, on the record; inside a unit of work. */
    User store(Principal principal, User changed, AuditAction action) {
        users.update(changed);
        administration.record(action, principal, changed.id(), Map.of());
        return changed;
    }
}
