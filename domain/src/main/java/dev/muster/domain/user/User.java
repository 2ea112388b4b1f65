package dev.muster.domain.user;

import dev.muster.domain.shared.Conflict;
import java.time.Instant;
import java.util.Locale;
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

    private static final Set<UserStatus> LIVING = Set.of(UserStatus.ACTIVE, UserStatus.INACTIVE, UserStatus.SUSPENDED);

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
        return with(details, identity.email(), identity.emailVerified(), now);
    }

    /** The same with an address, whether it has been shown to be theirs or is believed to be. */
    public User with(PersonalDetails details, EmailAddress email, boolean emailVerified, Instant now) {
        boolean samePhone = Objects.equals(details.phone(), identity.phone());
        Identity changed = new Identity(
                email,
                emailVerified,
                details.username(),
                details.name(),
                details.phone(),
                samePhone && identity.phoneVerified());
        return new User(id, changed, status, roles, details.profile(), signIns, lifetime.changed(now), version + 1);
    }

    /**
     * The user as having shown that the address is theirs; who was inactive for want of it is active.
     *
     * @throws Conflict with ILLEGAL_TRANSITION if deleted
     */
    public User verified(Instant now) {
        return withEmail(identity.email(), now);
    }

    /**
     * The user with an address that they have shown to be theirs (requirement A6); who was inactive is active.
     *
     * @throws Conflict with ILLEGAL_TRANSITION if deleted
     */
    public User withEmail(EmailAddress email, Instant now) {
        requireOneOf(LIVING);
        UserStatus state = status == UserStatus.INACTIVE ? UserStatus.ACTIVE : status;
        return new User(
                id, identity.withVerified(email), state, roles, profile, signIns, lifetime.changed(now), version + 1);
    }

    /**
     * The user as shut by an administrator (requirement A10).
     *
     * @throws Conflict with ILLEGAL_TRANSITION unless active or inactive
     */
    public User suspended(Instant now) {
        requireOneOf(Set.of(UserStatus.ACTIVE, UserStatus.INACTIVE));
        return in(UserStatus.SUSPENDED, lifetime.changed(now));
    }

    /**
     * The user as opened by an administrator, who answers for a person whose address is not verified (requirement A10).
     *
     * @throws Conflict with ILLEGAL_TRANSITION unless suspended or inactive
     */
    public User reactivated(Instant now) {
        requireOneOf(Set.of(UserStatus.SUSPENDED, UserStatus.INACTIVE));
        return in(UserStatus.ACTIVE, lifetime.changed(now));
    }

    /**
     * The user as deleted (requirement A11). Address and user name are free for others from then on.
     *
     * @throws Conflict with ILLEGAL_TRANSITION if deleted already
     */
    public User deleted(Instant now) {
        requireOneOf(LIVING);
        return in(UserStatus.DELETED, lifetime.deleted(now, status));
    }

    /**
     * The user as if never deleted: in the state before, so that who was suspended still is.
     *
     * @throws Conflict with ILLEGAL_TRANSITION unless deleted
     */
    public User recovered(Instant now) {
        Lifetime.Deletion deletion = lifetime.deletion();
        if (deletion == null) {
            throw illegalTransition();
        }
        return in(deletion.from(), lifetime.recovered(now));
    }

    private void requireOneOf(Set<UserStatus> states) {
        if (!states.contains(status)) {
            throw illegalTransition();
        }
    }

    private Conflict illegalTransition() {
        return new Conflict(
                UserError.ILLEGAL_TRANSITION, "The account is " + status.name().toLowerCase(Locale.ROOT) + ".");
    }

    private User in(UserStatus state, Lifetime changed) {
        return new User(id, identity, state, roles, profile, signIns, changed, version + 1);
    }
}
