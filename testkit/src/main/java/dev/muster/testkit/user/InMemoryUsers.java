package dev.muster.testkit.user;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.Lifetime;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.Role;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users in memory. */
public final class InMemoryUsers implements Users {

    private final Table<UserId, Credentials> table;

    public InMemoryUsers(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(User user, PasswordHash hash) {
        table.change(rows -> {
            requireFree(rows, user);
            if (rows.putIfAbsent(user.id(), new Credentials(user, hash)) != null) {
                throw new IllegalArgumentException("a user of this id is stored");
            }
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return findCredentials(id).map(Credentials::user);
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return findCredentialsByEmail(email).map(Credentials::user);
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return findCredentialsByUsername(username).map(Credentials::user);
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return Optional.ofNullable(table.rows().get(id));
    }

    @Override
    public Optional<Credentials> findCredentialsByEmail(EmailAddress email) {
        return findLive(table.rows(), hasEmail(email));
    }

    @Override
    public Optional<Credentials> findCredentialsByUsername(Username username) {
        return findLive(table.rows(), hasUsername(username));
    }

    @Override
    public void update(User user) {
        table.change(rows -> {
            Credentials stored = rows.get(user.id());
            if (stored == null || stored.user().version() != user.version() - 1) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The account has been changed meanwhile.");
            }
            requireFree(rows, user);
            User updated = new User(
                    user.id(),
                    user.identity(),
                    user.status(),
                    stored.user().roles(),
                    user.profile(),
                    stored.user().signIns(),
                    user.lifetime(),
                    user.version());
            rows.put(user.id(), new Credentials(updated, stored.hash()));
        });
    }

    @Override
    public Optional<Credentials> recordLogin(Credentials proven, Instant at, @Nullable PasswordHash rehashed) {
        table.change(rows -> rows.computeIfPresent(proven.user().id(), (id, stored) -> {
            boolean sameHash = stored.hash().equals(proven.hash());
            PasswordHash hash = rehashed != null && sameHash ? rehashed : stored.hash();
            User user = stored.user();
            SignInRecord signedIn = new SignInRecord(0, null, null, at);
            return new Credentials(with(user, signedIn, user.lifetime(), user.version() + 1), hash);
        }));
        return findCredentials(proven.user().id());
    }

    @Override
    public Optional<Instant> recordFailure(UserId id, Instant at, LockoutPolicy policy) {
        AtomicReference<@Nullable Instant> lockedUntil = new AtomicReference<>();
        table.change(rows -> rows.computeIfPresent(id, (same, stored) -> {
            User user = stored.user();
            SignInRecord failed = user.signIns().failed(at, policy);
            lockedUntil.set(user.signIns().isLocked(at) ? null : failed.lockedUntil());
            return new Credentials(with(user, failed, user.lifetime(), user.version()), stored.hash());
        }));
        return Optional.ofNullable(lockedUntil.get());
    }

    @Override
    public boolean changePassword(UserId id, PasswordHash known, PasswordHash next, Instant at) {
        AtomicBoolean changed = new AtomicBoolean();
        table.change(rows -> {
            Credentials stored = rows.get(id);
            if (stored == null || isDeleted(stored.user()) || !stored.hash().equals(known)) {
                return;
            }
            User user = stored.user();
            SignInRecord unlocked =
                    new SignInRecord(0, null, null, user.signIns().lastLoginAt());
            User unlockedUser = with(user, unlocked, changed(user.lifetime(), at), user.version() + 1);
            rows.put(id, new Credentials(unlockedUser, next));
            changed.set(true);
        });
        return changed.get();
    }

    @Override
    public Optional<Credentials> findDeletedCredentialsByEmail(EmailAddress email, Instant since) {
        return findLastDeleted(hasEmail(email), since);
    }

    @Override
    public Optional<Credentials> findDeletedCredentialsByUsername(Username username, Instant since) {
        return findLastDeleted(hasUsername(username), since);
    }

    @Override
    public boolean unlock(UserId id, Instant at) {
        AtomicBoolean unlocked = new AtomicBoolean();
        table.change(rows -> rows.computeIfPresent(id, (same, stored) -> {
            unlocked.set(true);
            User user = stored.user();
            SignInRecord open = new SignInRecord(0, null, null, user.signIns().lastLoginAt());
            return new Credentials(with(user, open, changed(user.lifetime(), at), user.version() + 1), stored.hash());
        }));
        return unlocked.get();
    }

    @Override
    public List<UserId> findErasable(Instant deletedBefore, int limit) {
        return all().filter(InMemoryUsers::isDeleted)
                .filter(user -> deletedAt(user).isBefore(deletedBefore))
                .sorted(Comparator.comparing(InMemoryUsers::deletedAt)
                        .thenComparing(user -> user.id().toString()))
                .limit(limit)
                .map(User::id)
                .toList();
    }

    @Override
    public boolean erase(UserId id) {
        AtomicBoolean erased = new AtomicBoolean();
        table.change(rows -> erased.set(
                rows.values().removeIf(stored -> stored.user().id().equals(id) && isDeleted(stored.user()))));
        return erased.get();
    }

    private Optional<Credentials> findLastDeleted(Predicate<User> meant, Instant since) {
        return table.rows().values().stream()
                .filter(stored -> isDeleted(stored.user()))
                .filter(stored -> meant.test(stored.user()))
                .filter(stored -> !deletedAt(stored.user()).isBefore(since))
                .max(Comparator.comparing(stored -> deletedAt(stored.user())));
    }

    /** Every account, as the unit of work sees them. */
    Stream<User> all() {
        return table.rows().values().stream().map(Credentials::user);
    }

    /** Changes someone's roles, if the change says that it did. */
    boolean changeRoles(UserId id, Predicate<Set<Role>> change) {
        AtomicBoolean changed = new AtomicBoolean();
        table.change(rows -> rows.computeIfPresent(id, (key, stored) -> {
            Set<Role> roles = new HashSet<>(stored.user().roles());
            changed.set(change.test(roles));
            return changed.get() ? new Credentials(with(stored.user(), roles), stored.hash()) : stored;
        }));
        return changed.get();
    }

    private static User with(User stored, Set<Role> roles) {
        return new User(
                stored.id(),
                stored.identity(),
                stored.status(),
                roles,
                stored.profile(),
                stored.signIns(),
                stored.lifetime(),
                stored.version() + 1);
    }

    private static boolean isDeleted(User user) {
        return user.lifetime().deletedAt() != null;
    }

    private static Instant deletedAt(User user) {
        return Objects.requireNonNull(user.lifetime().deletedAt());
    }

    private static User with(User stored, SignInRecord signIns, Lifetime lifetime, long version) {
        return new User(
                stored.id(),
                stored.identity(),
                stored.status(),
                stored.roles(),
                stored.profile(),
                signIns,
                lifetime,
                version);
    }

    private static Lifetime changed(Lifetime was, Instant at) {
        return new Lifetime(was.createdAt(), at, was.gdprConsentAt(), was.dataRetentionUntil(), was.deletion());
    }

    private static void requireFree(Map<UserId, Credentials> rows, User user) {
        if (isDeleted(user)) {
            return;
        }
        Predicate<User> another = other -> !other.id().equals(user.id());
        if (findLive(rows, hasUsername(user.identity().username()).and(another)).isPresent()) {
            throw new Conflict(UserError.USERNAME_TAKEN, "The user name is taken.");
        }
        if (findLive(rows, hasEmail(user.identity().email()).and(another)).isPresent()) {
            throw new Conflict(UserError.EMAIL_TAKEN, "The e-mail address is taken.");
        }
    }

    private static Optional<Credentials> findLive(Map<UserId, Credentials> rows, Predicate<User> meant) {
        return rows.values().stream()
                .filter(stored -> !isDeleted(stored.user()))
                .filter(stored -> meant.test(stored.user()))
                .findAny();
    }

    private static Predicate<User> hasEmail(EmailAddress email) {
        return user -> user.identity().email().canonical().equals(email.canonical());
    }

    private static Predicate<User> hasUsername(Username username) {
        return user -> user.identity().username().canonical().equals(username.canonical());
    }
}
