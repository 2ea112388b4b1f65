package dev.muster.domain.user;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A person with an account (requirement A1). Of their password, {@link Credentials} alone know.
 *
 * @param version 1 at first, one more with every change
 */
public record User(
        UserId id,
        Identity identity,
        UserStatus status,
        Set<Role> roles,
        Profile profile,
        SignInRecord signIns,
        Lifetime lifetime,
        long version) {

    public User {
        roles = Set.copyOf(roles);
    }

    /** Someone who registers now, with the role that everyone has. @param status active, or inactive until verified */
    public static User registered(UserId id, Identity identity, UserStatus status, Lifetime lifetime) {
        return new User(id, identity, status, Set.of(Role.USER), Profile.EMPTY, SignInRecord.NONE, lifetime, 1);
    }

    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** What the person may change. */
    public PersonalDetails details() {
        return new PersonalDetails(identity.username(), identity.name(), identity.phone(), profile);
    }

    /** The user with other details. Another telephone number has yet to be verified. */
    public User with(PersonalDetails details, Instant now) {
        boolean samePhone = Objects.equals(details.phone(), identity.phone());
        Identity changed = new Identity(
                identity.email(),
                identity.emailVerified(),
                details.username(),
                details.name(),
                details.phone(),
                samePhone && identity.phoneVerified());
        return new User(id, changed, status, roles, details.profile(), signIns, lifetime.changed(now), version + 1);
    }

    /** The user whose address has been shown to be theirs; an account that waited for that is active then (requirement A6). */
    public User verified(Instant now) {
        return withEmail(identity.email(), now);
    }

    /** The user with an address that has been shown to be theirs. */
    public User withEmail(EmailAddress email, Instant now) {
        Identity shown = new Identity(
                email, true, identity.username(), identity.name(), identity.phone(), identity.phoneVerified());
        UserStatus state = status == UserStatus.INACTIVE ? UserStatus.ACTIVE : status;
        return new User(id, shown, state, roles, profile, signIns, lifetime.changed(now), version + 1);
    }

    /** The user as deleted (requirement A11). Address and user name are free for others from then on. */
    public User deleted(Instant now) {
        return in(UserStatus.DELETED, lifetime.deleted(now));
    }

    /** The user as if never deleted. */
    public User recovered(Instant now) {
        return in(UserStatus.ACTIVE, lifetime.recovered(now));
    }

    private User in(UserStatus state, Lifetime changed) {
        return new User(id, identity, state, roles, profile, signIns, changed, version + 1);
    }
}
