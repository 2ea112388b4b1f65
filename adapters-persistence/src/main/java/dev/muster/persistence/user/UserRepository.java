package dev.muster.persistence.user;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements on accounts that have no need of another table, or only read it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface UserRepository extends GenericRepository<UserRow, UUID> {

    String COLUMNS = """
            u.id, u.email, u.is_email_verified, u.username, u.name, u.phone, u.is_phone_verified, u.status,
                array(select r.role from muster.user_roles r where r.user_id = u.id) as roles,
                p.display_name, p.bio, p.avatar_url, p.locale, p.time_zone,
                u.failed_login_attempts, u.failing_since, u.locked_until, u.last_login_at, u.created_at, u.updated_at,
                u.gdpr_consent_at, u.data_retention_until, u.deleted_at, u.deleted_from, u.version""";

    String FROM = " from muster.users u join muster.user_profiles p on p.user_id = u.id where ";

    String USER = "select " + COLUMNS + FROM;

    @Query(USER + "u.id = :id")
    @Nullable UserRow find(UUID id);

    @Query(USER + "lower(u.email) = :email and u.deleted_at is null")
    @Nullable UserRow findByCanonicalEmail(String email);

    @Query(USER + "lower(u.username) = :username and u.deleted_at is null")
    @Nullable UserRow findByCanonicalUsername(String username);

    @Query("""
            update muster.users
            set password_hash = :next, failed_login_attempts = 0, failing_since = null, locked_until = null,
                updated_at = :at, version = version + 1
            where id = :id and password_hash = :known and deleted_at is null
            """)
    long changePassword(UUID id, String known, String next, Instant at);

    @Query("""
            update muster.users
            set failed_login_attempts = 0, failing_since = null, locked_until = null, updated_at = :at, version = version + 1
            where id = :id
            """)
    long unlock(UUID id, Instant at);
}
