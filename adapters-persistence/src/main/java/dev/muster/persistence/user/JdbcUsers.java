package dev.muster.persistence.user;

import dev.muster.domain.shared.PreconditionFailed;
import dev.muster.domain.shared.SharedError;
import dev.muster.domain.user.Credentials;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.LockoutPolicy;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Username;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Columns;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The accounts, in PostgreSQL. Every call is one round trip, however many tables it touches, and atomic by itself. */
@Singleton
final class JdbcUsers implements Users {

    private static final Sql INSERT = Sql.plain("with account as (insert into muster.users"
            + " (id, password_hash, failed_login_attempts, failing_since, locked_until, last_login_at, created_at, "
            + UserRow.CHANGING
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id, created_at),"
            + " profile as (insert into muster.user_profiles (user_id, " + UserRow.PROFILE
            + ") select id, ?, ?, ?, ?, ? from account)"
            + " insert into muster.user_roles (user_id, role, created_at)"
            + " select id, role, created_at from account, unnest(?) role");

    private static final Sql UPDATE = Sql.plain("with account as (update muster.users set (" + UserRow.CHANGING
            + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) where id = ? and version = ? returning id)"
            + " update muster.user_profiles p set (" + UserRow.PROFILE + ") = (?, ?, ?, ?, ?)"
            + " from account where p.user_id = account.id");

    /**
     * {@link dev.muster.domain.user.SignInRecord#failed} of the row as it is when its turn comes: of failures that come
     * together, each waits for the one before. A lock that holds is left alone.
     * Not waited for until it is on the disk: a count lost in a crash does no harm, while the wait would tell a known
     * account, for which something is written, from an unknown one.
     */
    private static final Sql RECORD_FAILURE = Sql.plain("""
            select null::timestamptz from set_config('synchronous_commit', 'off', true);
            update muster.users u set (failed_login_attempts, failing_since, locked_until) = (
                select case when n < ? then n else 0 end, case when n < ? then since end, case when n >= ? then ? end
                from (
                    select case when counts then u.failed_login_attempts + 1 else 1 end as n,
                        case when counts then u.failing_since else ? end as since
                    from (select coalesce(u.failing_since > ?, false) as counts) w) f)
            where id = ? and (locked_until is null or locked_until <= ?)
            returning locked_until
            """);

    private static final Sql FIND_ERASABLE =
            Sql.plain("select id from muster.users where deleted_at < ? order by deleted_at, id limit ?");

    /** The application may remove nobody but by this function, which removes deleted accounts alone. */
    private static final Sql ERASE = Sql.plain("select muster.erase_user(?)");

    private final CurrentUnit unit;
    private final UserRepository repository;

    JdbcUsers(CurrentUnit unit, UserRepository repository) {
        this.unit = unit;
        this.repository = repository;
    }

    @Override
    public void insert(User user, PasswordHash hash) {
        UserRow row = UserRow.from(user);
        unit.update(INSERT, parameters -> {
            parameters
                    .uuid(row.id())
                    .text(hash.value())
                    .integer(row.failedLoginAttempts())
                    .time(row.failingSince())
                    .time(row.lockedUntil())
                    .time(row.lastLoginAt())
                    .time(row.createdAt());
            row.bindChanging(parameters);
            row.bindProfile(parameters);
            parameters.texts(row.roles());
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return user(() -> repository.find(id.value()));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return user(() -> repository.findByCanonicalEmail(email.canonical()));
    }

    @Override
    public Optional<User> findByUsername(Username username) {
        return user(() -> repository.findByCanonicalUsername(username.canonical()));
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return credentials(() -> repository.findCredentials(id.value()));
    }

    @Override
    public Optional<Credentials> findCredentialsByEmail(EmailAddress email) {
        return credentials(() -> repository.findCredentialsByCanonicalEmail(email.canonical()));
    }

    @Override
    public Optional<Credentials> findCredentialsByUsername(Username username) {
        return credentials(() -> repository.findCredentialsByCanonicalUsername(username.canonical()));
    }

    @Override
    public void update(User user) {
        UserRow row = UserRow.from(user);
        int updated = unit.update(UPDATE, parameters -> {
            row.bindChanging(parameters);
            parameters.uuid(row.id()).number(row.version() - 1);
            row.bindProfile(parameters);
        });
        if (updated == 0) {
            throw new PreconditionFailed(SharedError.STALE_VERSION, "The account has been changed meanwhile.");
        }
    }

    @Override
    public void recordLogin(Credentials proven, Instant at, @Nullable PasswordHash rehashed) {
        String verified = proven.hash().value();
        String stored = rehashed == null ? verified : rehashed.value();
        unit.write(() -> repository.recordLogin(proven.user().id().value(), at, verified, stored));
    }

    @Override
    public Optional<Instant> recordFailure(UserId id, Instant at, LockoutPolicy policy) {
        int most = policy.maxFailures();
        return unit
                .updateReturning(
                        RECORD_FAILURE,
                        parameters -> parameters
                                .integer(most)
                                .integer(most)
                                .integer(most)
                                .time(at.plus(policy.lock()))
                                .time(at)
                                .time(at.minus(policy.window()))
                                .uuid(id.value())
                                .time(at),
                        columns -> Optional.ofNullable(columns.timeOrNull()))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public boolean changePassword(UserId id, PasswordHash known, PasswordHash next, Instant at) {
        return unit.write(() -> repository.changePassword(id.value(), known.value(), next.value(), at)) > 0;
    }

    @Override
    public Optional<Credentials> findDeletedCredentialsByEmail(EmailAddress email, Instant since) {
        return credentials(() -> repository.findDeletedCredentialsByCanonicalEmail(email.canonical(), since));
    }

    @Override
    public Optional<Credentials> findDeletedCredentialsByUsername(Username username, Instant since) {
        return credentials(() -> repository.findDeletedCredentialsByCanonicalUsername(username.canonical(), since));
    }

    @Override
    public boolean unlock(UserId id, Instant at) {
        return unit.write(() -> repository.unlock(id.value(), at)) > 0;
    }

    @Override
    public List<UserId> findErasable(Instant deletedBefore, int limit) {
        return unit.query(
                FIND_ERASABLE,
                parameters -> parameters.time(deletedBefore).integer(limit),
                columns -> new UserId(columns.uuid()));
    }

    @Override
    public boolean erase(UserId id) {
        return unit.updateReturning(ERASE, parameters -> parameters.uuid(id.value()), Columns::flag)
                .contains(true);
    }

    private Optional<User> user(Supplier<@Nullable UserRow> query) {
        return Optional.ofNullable(unit.read(query)).map(UserRow::toUser);
    }

    private Optional<Credentials> credentials(Supplier<@Nullable UserRow> query) {
        return Optional.ofNullable(unit.read(query)).map(UserRow::toCredentials);
    }
}
