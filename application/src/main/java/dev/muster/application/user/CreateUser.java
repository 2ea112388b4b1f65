package dev.muster.application.user;

import dev.muster.domain.audit.AuditAction;
import dev.muster.domain.session.Principal;
import dev.muster.domain.shared.Invalid;
import dev.muster.domain.shared.NotFound;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import java.util.Map;

/** Makes an account for someone, also one that comes from another system with its password's hash (requirement A18). */
public final class CreateUser {

    private final Administration administration;
    private final Users users;
    private final Passwords passwords;

    public CreateUser(Administration administration, Users users, Passwords passwords) {
        this.administration = administration;
        this.users = users;
        this.passwords = passwords;
    }

    /**
     * Makes it.
     *
     * @return the account as stored
     * @throws dev.muster.domain.shared.Denied with PERMISSION_MISSING if they may not, or give a role that allows more than
     *     they may
     * @throws Invalid with WEAK_PASSWORD, or if the hash can't be verified here, or there is no such role
     * @throws dev.muster.domain.shared.Conflict with EMAIL_TAKEN or USERNAME_TAKEN
     */
    public User create(Principal principal, NewUser wish) {
        principal.require(Permission.USERS_WRITE);
        if (!wish.roles().isEmpty()) {
            principal.require(Permission.ROLES_WRITE);
        }
        PasswordHash hash = hash(wish);
        return administration.act(principal, now -> {
            wish.roles().forEach(role -> requireRole(principal, role));
            User user = wish.user(new UserId(administration.notices().stamps().nextId()), now);
            users.insert(user, hash);
            administration.record(AuditAction.USER_CREATED, principal, user.id(), Map.of());
            wish.roles()
                    .forEach(role -> administration.record(
                            AuditAction.ROLE_GRANTED, principal, user.id(), Map.of("role", role.name())));
            return user;
        });
    }

    private PasswordHash hash(NewUser wish) {
        return switch (wish.secret()) {
            case NewUser.Secret.Chosen chosen -> passwords.hashChosen(chosen.password(), wish.identity());
            case NewUser.Secret.Imported imported -> passwords.requireAccepted(imported.hash());
        };
    }

    private void requireRole(Principal principal, Role role) {
        try {
            administration.requireRole(principal, role);
        } catch (NotFound missing) {
            throw Invalid.at("/roles", UserError.ROLE_NOT_FOUND, "must name roles that there are");
        }
    }
}
