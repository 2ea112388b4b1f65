package dev.muster.application.user;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;

/**
 * There always is an active administrator, once there was one (requirement A12). Asked inside the unit of work that would
 * take one away; of several at once each is answered after the end of the one before.
 */
public final class LastAdmin {

    private final Roles roles;
    private final Users users;

    public LastAdmin(Roles roles, Users users) {
        this.roles = roles;
        this.users = users;
    }

    /**
     * Refuses to shut or delete the only one.
     *
     * @param user as read; is stored only if its version is still the same
     * @throws Conflict with LAST_ADMIN
     */
    void requireOtherThan(User user) {
        if (user.roles().contains(Role.ADMIN)) {
            requireOtherThan(user.id());
        }
    }

    /**
     * Refuses to take the role from the only one.
     *
     * @throws Conflict with LAST_ADMIN
     */
    void requireOtherThan(UserId id) {
        // Who asks waits here for those before, so the account is read afterwards.
        long active = roles.countActive(Role.ADMIN);
        boolean counted = users.find(id)
                .filter(User::isActive)
                .filter(user -> user.roles().contains(Role.ADMIN))
                .isPresent();
        if (counted && active == 1) {
            throw new Conflict(UserError.LAST_ADMIN, "This is the only active administrator.");
        }
    }
}
