package dev.muster.domain.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts with their profiles and roles. E-mail addresses and user names are compared by their canonical forms and
 * are unique among accounts that are not deleted (requirement A1). Works inside a unit of work only.
 */
public interface Users {

    /**
     * Adds an account.
     *
     * @param hash of its password
     * @throws dev.muster.domain.shared.Conflict with {@link UserError#EMAIL_TAKEN} or {@link UserError#USERNAME_TAKEN};
     *     when both are, with USERNAME_TAKEN
     */
    void insert(User user, PasswordHash hash);

    /** The account, deleted or not. */
    Optional<User> find(UserId id);

    /** The account with the address; deleted ones are not found. */
    Optional<User> findByEmail(EmailAddress email);

    /** The account with the user name; deleted ones are not found. */
    Optional<User> findByUsername(Username username);

    /** As {@link #find}, to look at a password. */
    Optional<Credentials> findCredentials(UserId id);

    /** As {@link #findByEmail}, to look at a password. */
    Optional<Credentials> findCredentialsByEmail(EmailAddress email);

    /** As {@link #findByUsername}, to look at a password. */
    Optional<Credentials> findCredentialsByUsername(Username username);

    /**
     * Stores a changed account whose version is one more than the stored one: identity, status, profile, lifetime. Roles,
     * password and sign-in record have operations of their own.
     *
     * @throws dev.muster.domain.shared.PreconditionFailed with STALE_VERSION if the stored version is another, or none is
     * @throws dev.muster.domain.shared.Conflict as {@link #insert}
     */
    void update(User user);

    /**
     * Notes a sign-in: sets the time of the last one, clears failed attempts and lock, and raises the version by one.
     * Never refuses for a version, as sign-ins may come together.
     *
     * @param proven as they were when the password was verified
     * @param rehashed a hash to replace that of the user with, or null; not stored when the stored hash is another by now
     * @return the account with its hash as they are stored now; empty if there is none any more
     */
    Optional<Credentials> recordLogin(Credentials proven, Instant at, @Nullable PasswordHash rehashed);

    /**
     * Notes a wrong password: {@link SignInRecord#failed} of the stored record. Counts every one of several at once, and
     * leaves the version alone, so that strangers can't disturb the owner's changes. Takes the same time for an unknown id,
     * for which nothing happens.
     *
     * @return until when sign-in is shut, if this failure shut it
     */
    Optional<Instant> recordFailure(UserId id, Instant at, LockoutPolicy policy);

    /**
     * Replaces a password, ends a lock and raises the version by one.
     *
     * @param known the hash that the new one replaces
     * @return false, and nothing is changed, if the stored hash is another by now or the account is deleted
     */
    boolean changePassword(UserId id, PasswordHash known, PasswordHash next, Instant at);

    /** Of the accounts that had the address and were deleted at or after a time, the last deleted. */
    Optional<Credentials> findDeletedCredentialsByEmail(EmailAddress email, Instant since);

    /** Of the accounts that had the user name and were deleted at or after a time, the last deleted. */
    Optional<Credentials> findDeletedCredentialsByUsername(Username username, Instant since);

    /**
     * Ends a lock, clears failed attempts, and raises the version by one.
     *
     * @return false if there is no such account
     */
    boolean unlock(UserId id, Instant at);

    /** Accounts that were deleted before a time, by their ids, first deleted first. */
    List<UserId> findErasable(Instant deletedBefore, int limit);

    /**
     * Removes a deleted account for good, with all that belongs to it (requirement A11).
     *
     * @return false, and nothing is removed, if there is no such account or it is not deleted
     */
    boolean erase(UserId id);
}
