package dev.muster.persistence.session;

import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Permission;
import dev.muster.domain.user.UserId;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sessions with their refresh tokens, in PostgreSQL. Every call is one round trip and atomic by itself. */
@Singleton
final class JdbcSessions implements Sessions {

    private static final Sql INSERT = Sql.plain("""
            with session as (
                insert into muster.sessions (id, user_id, device_fingerprint, name, ip, user_agent, created_at,
                    last_used_at, expires_at, revoked_at, revoke_reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
            insert into muster.refresh_tokens (id, session_id, family_id, token_hash, created_at, expires_at, used_at,
                replaced_by, revoked_at, revoke_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);

    private static final Sql FIND =
            Sql.plain("select " + SessionRow.COLUMNS + " from muster.sessions s where s.id = ?");

    private static final Sql FIND_STANDING = Sql.plain("select " + SessionRow.COLUMNS + """
            , array(select p.permission from muster.user_roles r join muster.role_permissions p on p.role = r.role
                where r.user_id = s.user_id)
            from muster.sessions s join muster.users u on u.id = s.user_id
            where s.id = ? and u.status = 'active'
            """);

    private static final Sql FIND_TOKEN =
            Sql.plain("select " + RefreshTokenRow.COLUMNS + " from muster.refresh_tokens where token_hash = ?");

    /**
     * Whoever rotates or ends takes the session's row first, so each waits for the other. What follows in a rotation is
     * judged by the row as it is then: PostgreSQL looks again at a row that it had to wait for.
     */
    private static final Sql ROTATE = Sql.plain("""
            with live as (
                select id from muster.sessions where id = ? and revoked_at is null for no key update),
            spent as (
                update muster.refresh_tokens t set used_at = ?, replaced_by = ?
                from live
                where t.id = ? and t.session_id = live.id and t.used_at is null and t.revoked_at is null
                returning t.session_id),
            successor as (
                insert into muster.refresh_tokens (id, session_id, family_id, token_hash, created_at, expires_at)
                select ?, session_id, ?, ?, ?, ? from spent)
            update muster.sessions s set last_used_at = ? from spent where s.id = spent.session_id
            """);

    /** Two statements, so that the second sees the token of a rotation that the first had to wait for. */
    private static final Sql END = Sql.plain("""
            update muster.sessions set revoked_at = ?, revoke_reason = ? where id = ? and revoked_at is null;
            update muster.refresh_tokens set revoked_at = ?, revoke_reason = ? where session_id = ? and revoked_at is null
            """);

    private static final Sql FIND_LIVE = Sql.plain("select " + SessionRow.COLUMNS + " from muster.sessions s"
            + " where s.user_id = ? and s.revoked_at is null and s.expires_at > ?"
            + " order by s.last_used_at desc, s.id desc");

    private static final Sql LINEAGE = lineage("");
    private static final Sql LINEAGE_AFTER = lineage(" and id > ?");

    /** The second statement of {@link #END}, for the sessions that were ended by the first. */
    private static final String END_TOKENS = """
            update muster.refresh_tokens t set revoked_at = s.revoked_at, revoke_reason = s.revoke_reason
            from muster.sessions s
            where s.user_id = ? and s.revoked_at = ? and s.revoke_reason = ? and t.session_id = s.id
                and t.revoked_at is null
            """;

    private static final Sql END_ALL = Sql.plain("""
            update muster.sessions set revoked_at = ?, revoke_reason = ?
            where user_id = ? and revoked_at is null and id is distinct from ?;
            """ + END_TOKENS);

    /** Takes the person's row first, so that of those who sign in together each sees the session of the one before. */
    private static final Sql END_OLDEST = Sql.plain("""
            select id from muster.users where id = ? for no key update;
            update muster.sessions set revoked_at = ?, revoke_reason = ?
            where revoked_at is null and id in (
                select id from muster.sessions where user_id = ? and revoked_at is null and expires_at > ?
                order by last_used_at desc, id desc offset ?)
            returning id;
            """ + END_TOKENS);

    private final CurrentUnit unit;

    JdbcSessions(CurrentUnit unit) {
        this.unit = unit;
    }

    @Override
    public void insert(Session session, RefreshToken first) {
        unit.update(INSERT, parameters -> {
            SessionRow.from(session).bind(parameters);
            RefreshTokenRow.from(first).bind(parameters);
        });
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return unit.query(FIND, parameters -> parameters.uuid(id.value()), SessionRow::read).stream()
                .findFirst()
                .map(SessionRow::toSession);
    }

    @Override
    public Optional<Standing> findStanding(SessionId id) {
        return unit
                .query(FIND_STANDING, parameters -> parameters.uuid(id.value()), columns -> {
                    Session session = SessionRow.read(columns).toSession();
                    return new Standing(
                            session,
                            columns.texts().stream()
                                    .flatMap(code -> Permission.find(code).stream())
                                    .collect(Collectors.toUnmodifiableSet()));
                })
                .stream()
                .findFirst();
    }

    @Override
    public Optional<RefreshToken> findToken(TokenHash hash) {
        return unit.query(FIND_TOKEN, parameters -> parameters.bytes(hash.bytes()), RefreshTokenRow::read).stream()
                .findFirst()
                .map(RefreshTokenRow::toRefreshToken);
    }

    @Override
    public boolean rotate(RefreshToken spent, RefreshToken successor) {
        int rotated = unit.update(
                ROTATE,
                parameters -> parameters
                        .uuid(spent.session().value())
                        .time(successor.issuedAt())
                        .uuid(successor.id())
                        .uuid(spent.id())
                        .uuid(successor.id())
                        .uuid(successor.family())
                        .bytes(successor.hash().bytes())
                        .time(successor.issuedAt())
                        .time(successor.expiresAt())
                        .time(successor.issuedAt()));
        return rotated > 0;
    }

    @Override
    public boolean end(SessionId id, Session.End end) {
        int ended = unit.update(END, parameters -> {
            Ends.bind(end, parameters);
            parameters.uuid(id.value());
            Ends.bind(end, parameters);
            parameters.uuid(id.value());
        });
        return ended > 0;
    }

    @Override
    public List<Session> findLive(UserId user, Instant now) {
        return unit.query(FIND_LIVE, parameters -> parameters.uuid(user.value()).time(now), SessionRow::read).stream()
                .map(SessionRow::toSession)
                .toList();
    }

    @Override
    public Page<RefreshToken> findLineage(SessionId id, PageRequest<UUID> request) {
        UUID after = request.after();
        List<RefreshTokenRow> rows = unit.query(
                after == null ? LINEAGE : LINEAGE_AFTER,
                parameters -> {
                    parameters.uuid(id.value());
                    if (after != null) {
                        parameters.uuid(after);
                    }
                    parameters.number(request.limit() + 1L);
                },
                RefreshTokenRow::read);
        return Page.of(rows.stream().map(RefreshTokenRow::toRefreshToken).toList(), request.limit());
    }

    @Override
    public void endAll(UserId user, @Nullable SessionId except, Session.End end) {
        unit.update(END_ALL, parameters -> {
            Ends.bind(end, parameters);
            parameters.uuid(user.value()).uuid(except == null ? null : except.value());
            parameters.uuid(user.value());
            Ends.bind(end, parameters);
        });
    }

    @Override
    public List<SessionId> endOldest(UserId user, int keep, Session.End end) {
        return unit.updateReturning(
                END_OLDEST,
                parameters -> {
                    parameters.uuid(user.value());
                    Ends.bind(end, parameters);
                    parameters.uuid(user.value()).time(end.at()).integer(keep);
                    parameters.uuid(user.value());
                    Ends.bind(end, parameters);
                },
                columns -> new SessionId(columns.uuid()));
    }

    private static Sql lineage(String after) {
        return Sql.plain("select " + RefreshTokenRow.COLUMNS + " from muster.refresh_tokens where session_id = ?"
                + after + " order by id limit ?");
    }
}
