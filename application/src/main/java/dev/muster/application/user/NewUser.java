package dev.muster.application.user;

import dev.muster.domain.user.Identity;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.Profile;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.UserStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Someone for whom an account is made.
 *
 * @param status active or inactive
 * @param roles beyond the one that everyone has
 */
public record NewUser(Identity identity, UserStatus status, Set<Role> roles, Secret secret) {

    public NewUser {
        Set<Role> beyond = new HashSet<>(roles);
        beyond.remove(Role.USER);
        roles = Set.copyOf(beyond);
    }

    /** By what the person will prove who they are. */
    public sealed interface Secret {

        /** A password, held to the policy. */
        record Chosen(Password password) implements Secret {}

        /** The hash of a password that was chosen elsewhere (requirement A18). */
        record Imported(PasswordHash hash) implements Secret {}
    }

    User user(UserId id, Instant now) {
        Set<Role> all = new HashSet<>(roles);
        all.add(Role.USER);
        return new User(id, identity, status, all, Profile.EMPTY, SignInRecord.NONE, Lifetime.beginning(now, null), 1);
    }
}
