package dev.muster.testkit.session;

import dev.muster.domain.session.RefreshToken;
import dev.muster.domain.session.Session;
import dev.muster.domain.session.SessionId;
import dev.muster.domain.session.Sessions;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.user.Roles;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import dev.muster.domain.user.Users;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions in memory, each in one row with its refresh tokens. */
public final class InMemorySessions implements Sessions {

    private record Row(Session session, List<RefreshToken> tokens) {

        private Row {
            tokens = List.copyOf(tokens);
        }

        private boolean canRotate(RefreshToken token) {
            return session.end() == null
                    && tokens.stream()
                            .anyMatch(stored ->
                                    stored.id().equals(token.id()) && stored.usedAt() == null && stored.end() == null);
        }

        private Row rotated(RefreshToken spent, RefreshToken successor) {
            List<RefreshToken> line = new ArrayList<>(tokens);
            line.replaceAll(token -> token.id().equals(spent.id()) ? used(token, successor) : token);
            line.add(successor);
            return new Row(InMemorySessions.used(session, successor), line);
        }

        private Row ended(Session.End end) {
            return new Row(
                    InMemorySessions.ended(session, end),
                    tokens.stream()
                            .map(token -> InMemorySessions.ended(token, end))
                            .toList());
        }
    }

    /** Of two used at the same moment, the one begun later comes first, as ids rise with time. */
    private static final Comparator<Session> LAST_USED_FIRST = Comparator.comparing(Session::lastUsedAt)
            .thenComparing(session -> session.id().toString())
            .reversed();

    private final Table<SessionId, Row> table;
    private final Users users;
    private final Roles roles;

    public InMemorySessions(InMemoryUnitOfWork unitOfWork, Users users, Roles roles) {
        this.table = new Table<>(unitOfWork);
        this.users = users;
        this.roles = roles;
    }

    @Override
    public void insert(Session session, RefreshToken first) {
        table.change(rows -> {
            requireUnknown(rows, first);
            if (rows.putIfAbsent(session.id(), new Row(session, List.of(first))) != null) {
                throw new IllegalArgumentException("a session of this id is stored");
            }
        });
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(table.rows().get(id)).map(Row::session);
    }

    @Override
    public Optional<Standing> findStanding(SessionId id) {
        return find(id).flatMap(session -> users.find(session.user())
                .filter(User::isActive)
                .map(user -> new Standing(session, roles.findPermissions(user.id()))));
    }

    @Override
    public Optional<RefreshToken> findToken(TokenHash hash) {
        return tokens(table.rows()).filter(token -> token.hash().equals(hash)).findAny();
    }

    @Override
    public boolean rotate(RefreshToken spent, RefreshToken successor) {
        AtomicBoolean rotated = new AtomicBoolean();
        table.change(rows -> rows.computeIfPresent(spent.session(), (id, row) -> {
            if (!row.canRotate(spent)) {
                return row;
            }
            requireUnknown(rows, successor);
            rotated.set(true);
            return row.rotated(spent, successor);
        }));
        return rotated.get();
    }

    @Override
    public boolean end(SessionId id, Session.End end) {
        AtomicBoolean ended = new AtomicBoolean();
        table.change(rows -> rows.computeIfPresent(id, (same, row) -> {
            ended.set(row.session().end() == null);
            return row.ended(end);
        }));
        return ended.get();
    }

    @Override
    public List<Session> findLive(UserId user, Instant now) {
        return live(table.rows(), user, now).toList();
    }

    @Override
    public Page<RefreshToken> findLineage(SessionId id, PageRequest<UUID> request) {
        UUID after = request.after();
        List<RefreshToken> line = Optional.ofNullable(table.rows().get(id)).map(Row::tokens).orElse(List.of()).stream()
                .sorted(Comparator.comparing(token -> token.id().toString()))
                .filter(token -> after == null || token.id().toString().compareTo(after.toString()) > 0)
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(line, request.limit());
    }

    @Override
    public void endAll(UserId user, @Nullable SessionId except, Session.End end) {
        table.change(rows -> rows.replaceAll(
                (id, row) -> row.session().user().equals(user) && !id.equals(except) ? row.ended(end) : row));
    }

    @Override
    public List<SessionId> endOldest(UserId user, int keep, Session.End end) {
        List<SessionId> oldest = new ArrayList<>();
        table.change(rows -> {
            live(rows, user, end.at()).skip(keep).map(Session::id).forEach(oldest::add);
            oldest.forEach(id -> rows.computeIfPresent(id, (same, row) -> row.ended(end)));
        });
        return List.copyOf(oldest);
    }

    /** Removes sessions with their refresh tokens that ended, by hand or by themselves, before a time; how many. */
    public int removeEnded(Instant before) {
        AtomicInteger removed = new AtomicInteger();
        table.change(rows -> {
            int all = rows.size();
            rows.values().removeIf(row -> endOf(row.session()).isBefore(before));
            removed.set(all - rows.size());
        });
        return removed.get();
    }

    private static Instant endOf(Session session) {
        Session.End end = session.end();
        return end == null || session.expiresAt().isBefore(end.at()) ? session.expiresAt() : end.at();
    }

    private static Stream<Session> live(Map<SessionId, Row> rows, UserId user, Instant now) {
        return rows.values().stream()
                .map(Row::session)
                .filter(session -> session.user().equals(user) && session.isLive(now))
                .sorted(LAST_USED_FIRST);
    }

    private static Stream<RefreshToken> tokens(Map<SessionId, Row> rows) {
        return rows.values().stream().flatMap(row -> row.tokens().stream());
    }

    private static void requireUnknown(Map<SessionId, Row> rows, RefreshToken fresh) {
        if (tokens(rows)
                .anyMatch(
                        token -> token.hash().equals(fresh.hash()) || token.id().equals(fresh.id()))) {
            throw new IllegalArgumentException("a refresh token of this id or hash is stored");
        }
    }

    private static Session used(Session session, RefreshToken successor) {
        return new Session(
                session.id(),
                session.user(),
                session.device(),
                session.createdAt(),
                successor.issuedAt(),
                session.expiresAt(),
                null);
    }

    private static RefreshToken used(RefreshToken token, RefreshToken successor) {
        return new RefreshToken(
                token.id(),
                token.session(),
                token.family(),
                token.hash(),
                token.issuedAt(),
                token.expiresAt(),
                successor.issuedAt(),
                successor.id(),
                null);
    }

    private static Session ended(Session session, Session.End end) {
        return session.end() != null
                ? session
                : new Session(
                        session.id(),
                        session.user(),
                        session.device(),
                        session.createdAt(),
                        session.lastUsedAt(),
                        session.expiresAt(),
                        end);
    }

    private static RefreshToken ended(RefreshToken token, Session.End end) {
        return token.end() != null
                ? token
                : new RefreshToken(
                        token.id(),
                        token.session(),
                        token.family(),
                        token.hash(),
                        token.issuedAt(),
                        token.expiresAt(),
                        token.usedAt(),
                        token.replacedBy(),
                        end);
    }
}
