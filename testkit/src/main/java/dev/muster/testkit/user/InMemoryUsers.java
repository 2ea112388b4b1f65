package dev.muster.testkit.user;

import dev.muster.domain.shared.Conflict;
import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.SignInRecord;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserError;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
            return new User(
                    id,
                    stored.identity(),
                    rehashed != null && sameHash ? rehashed : stored.passwordHash(),
                    stored.status(),
                    stored.roles(),
                    stored.profile(),
                    new SignInRecord(0, null, at),
                    stored.lifetime(),
                    stored.version() + 1);
        }));
    }

    private static void requireFree(Map<UserId, User> rows, User user) {
        if (user.lifetime().deletedAt() != null) {
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
                .filter(user -> user.lifetime().deletedAt() == null)
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
