package dev.muster.testkit.user;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users in memory. */
public final class InMemoryUsers implements Users {

    private final Table<UserId, User> table;

    public InMemoryUsers(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(User user) {
        table.change(rows -> {
            requireFree(rows, user);
            if (rows.putIfAbsent(user.id(), user) != null) {
                throw new IllegalArgumentException("a user of this id is stored");
            }
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(table.rows().get(id));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return findLive(table.rows(), hasEmail(email));
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return findLive(table.rows(), hasUsername(username));
    }

    @Override
    public void update(User user) {
        table.change(rows -> {
            User stored = rows.get(user.id());
            if (stored == null || stored.version() != user.version() - 1) {
                throw new PreconditionFailed(SharedError.STALE_VERSION, "The account has been changed meanwhile.");
            }
            requireFree(rows, user);
            rows.put(
                    user.id(),
                    new User(
                            user.id(),
                            user.identity(),
                            stored.passwordHash(),
                            user.status(),
                            stored.roles(),
                            user.profile(),
                            stored.signIns(),
                            user.lifetime(),
                            user.version()));
        });
    }

    @Override
    public void recordLogin(User user, Instant at, @Nullable PasswordHash rehashed) {
        table.change(rows -> rows.computeIfPresent(user.id(), (id, stored) -> {
            boolean sameHash = stored.passwordHash().equals(user.passwordHash());
            PasswordHash hash = rehashed != null && sameHash ? rehashed : stored.passwordHash();
            return with(stored, hash, new SignInRecord(0, null, null, at), stored.lifetime(), stored.version() + 1);
        }));
    }

    @Override
    public void recordFailure(UserId id, Instant at, LockoutPolicy policy) {
        table.change(rows -> rows.computeIfPresent(id, (same, stored) -> {
            SignInRecord failed = stored.signIns().failed(at, policy);
            return with(stored, stored.passwordHash(), failed, stored.lifetime(), stored.version());
        }));
    }

    @Override
    public boolean changePassword(UserId id, PasswordHash known, PasswordHash next, Instant at) {
        AtomicBoolean changed = new AtomicBoolean();
        table.change(rows -> {
            User stored = rows.get(id);
            if (stored == null || isDeleted(stored) || !stored.passwordHash().equals(known)) {
                return;
            }
            SignInRecord unlocked =
                    new SignInRecord(0, null, null, stored.signIns().lastLoginAt());
            rows.put(id, with(stored, next, unlocked, changed(stored.lifetime(), at), stored.version() + 1));
            changed.set(true);
        });
        return changed.get();
    }

    @Override
    public Optional<User> findDeletedByEmail(EmailAddress email, Instant since) {
        return findLastDeleted(hasEmail(email), since);
    }

    @Override
    public Optional<User> findDeletedByUsername(Username username, Instant since) {
        return findLastDeleted(hasUsername(username), since);
    }

    private Optional<User> findLastDeleted(Predicate<User> meant, Instant since) {
        return table.rows().values().stream()
                .filter(InMemoryUsers::isDeleted)
                .filter(meant)
                .filter(user -> !deletedAt(user).isBefore(since))
                .max(Comparator.comparing(InMemoryUsers::deletedAt));
    }

    /** Every account, as the unit of work sees them. */
    Stream<User> all() {
        return table.rows().values().stream();
    }

    /** Changes someone's roles, if the change says that it did. */
    boolean changeRoles(UserId id, Predicate<Set<Role>> change) {
        AtomicBoolean changed = new AtomicBoolean();
        table.change(rows -> rows.computeIfPresent(id, (key, stored) -> {
            Set<Role> roles = new HashSet<>(stored.roles());
            changed.set(change.test(roles));
            return changed.get() ? with(stored, roles) : stored;
        }));
        return changed.get();
    }

    private static User with(User stored, Set<Role> roles) {
        return new User(
                stored.id(),
                stored.identity(),
                stored.passwordHash(),
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

    private static User with(User stored, PasswordHash hash, SignInRecord signIns, Lifetime lifetime, long version) {
        return new User(
                stored.id(),
                stored.identity(),
                hash,
                stored.status(),
                stored.roles(),
                stored.profile(),
                signIns,
                lifetime,
                version);
    }

    private static Lifetime changed(Lifetime was, Instant at) {
        return new Lifetime(was.createdAt(), at, was.gdprConsentAt(), was.dataRetentionUntil(), was.deletedAt());
    }

    private static void requireFree(Map<UserId, User> rows, User user) {
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

    private static Optional<User> findLive(Map<UserId, User> rows, Predicate<User> meant) {
        return rows.values().stream()
                .filter(user -> !isDeleted(user))
                .filter(meant)
                .findAny();
    }

    private static Predicate<User> hasEmail(EmailAddress email) {
        return user -> user.identity().email().canonical().equals(email.canonical());
    }

    private static Predicate<User> hasUsername(Username username) {
        return user -> user.identity().username().canonical().equals(username.canonical());
    }
}
