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
import dev.muster.persistence.shared.Parameters;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** Read column by column: a sign-in spent a third of its time in Java on the generated reading of so many. */
    private static final String CREDENTIALS =
            "select " + UserRepository.COLUMNS + ", u.password_hash" + UserRepository.FROM;

    private static final Sql CREDENTIALS_BY_ID = Sql.plain(CREDENTIALS + "u.id = ?");

    private static final Sql CREDENTIALS_BY_EMAIL =
            Sql.plain(CREDENTIALS + "lower(u.email) = ? and u.deleted_at is null");

    private static final Sql CREDENTIALS_BY_USERNAME =
            Sql.plain(CREDENTIALS + "lower(u.username) = ? and u.deleted_at is null");

    private static final String LAST_DELETED = " and u.deleted_at >= ? order by u.deleted_at desc limit 1";

    private static final Sql DELETED_CREDENTIALS_BY_EMAIL =
            Sql.plain(CREDENTIALS + "lower(u.email) = ?" + LAST_DELETED);

    private static final Sql DELETED_CREDENTIALS_BY_USERNAME =
            Sql.plain(CREDENTIALS + "lower(u.username) = ?" + LAST_DELETED);

    /** Two statements, so that the second sees all of a change that the first had to wait for. */
    private static final Sql RECORD_LOGIN = Sql.plain("""
            update muster.users
            set last_login_at = ?, failed_login_attempts = 0, failing_since = null, locked_until = null,
                version = version + 1, password_hash = case when password_hash = ? then ? else password_hash end
            where id = ?;
            """ + CREDENTIALS + "u.id = ?");

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
        return credentials(CREDENTIALS_BY_ID, parameters -> parameters.uuid(id.value()));
    }

    @Override
    public Optional<Credentials> findCredentialsByEmail(EmailAddress email) {
        return credentials(CREDENTIALS_BY_EMAIL, parameters -> parameters.text(email.canonical()));
    }

    @Override
    public Optional<Credentials> findCredentialsByUsername(Username username) {
        return credentials(CREDENTIALS_BY_USERNAME, parameters -> parameters.text(username.canonical()));
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
    public Optional<Credentials> recordLogin(Credentials proven, Instant at, @Nullable PasswordHash rehashed) {
        String verified = proven.hash().value();
        String stored = rehashed == null ? verified : rehashed.value();
        UUID id = proven.user().id().value();
        return unit
                .updateReturning(
                        RECORD_LOGIN,
                        parameters -> parameters
                                .time(at)
                                .text(verified)
                                .text(stored)
                                .uuid(id)
                                .uuid(id),
                        UserRow::readCredentials)
                .stream()
                .findFirst();
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
        return credentials(
                DELETED_CREDENTIALS_BY_EMAIL,
                parameters -> parameters.text(email.canonical()).time(since));
    }

    @Override
    public Optional<Credentials> findDeletedCredentialsByUsername(Username username, Instant since) {
        return credentials(
                DELETED_CREDENTIALS_BY_USERNAME,
                parameters -> parameters.text(username.canonical()).time(since));
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

    private Optional<Credentials> credentials(Sql sql, Parameters.Binding binding) {
        return unit.query(sql, binding, UserRow::readCredentials).stream().findFirst();
    }
}
