package dev.muster.persistence.mail;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Text;
import dev.muster.domain.user.EmailAddress;
import dev.muster.persistence.shared.CurrentUnit;
import dev.muster.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outbox, in PostgreSQL. Every call is one round trip and atomic by itself. */
@Singleton
final class JdbcOutbox implements Outbox {

    private static final Sql INSERT = Sql.plain("""
            insert into muster.outbox (id, kind, email, user_id, token_id, details, created_at, due_at)
            values (?, ?, ?, ?, ?, jsonb_object(?::text[], ?::text[]), ?, ?)
            """);

    /** Whoever does the same is waited for; then what they wrote is seen, as it is another statement that looks. */
    private static final Sql INSERT_UNLESS_WRITTEN = Sql.plain("""
            select id from muster.users where id = ? for no key update;
            insert into muster.outbox (id, kind, email, user_id, token_id, details, created_at, due_at)
            select ?::uuid, ?, ?, ?::uuid, ?::uuid, jsonb_object(?::text[], ?::text[]), ?::timestamptz, ?::timestamptz
            where not exists (select from muster.outbox where user_id = ? and kind = ? and created_at > ?)
            """);

    /** A letter that another node is taking at the moment is passed over, not waited for. */
    private static final Sql TAKE = Sql.plain("""
            with due as (
                select id, due_at from muster.outbox where due_at <= ? order by due_at, id limit ?
                for no key update skip locked),
            taken as (
                update muster.outbox o set due_at = ?, attempts = o.attempts + 1 from due where o.id = due.id
                returning o.*, due.due_at as due_since)
            select attempts, %s from taken order by due_since, id
            """.formatted(LetterRow.COLUMNS));

    private static final Sql DELIVERED =
            Sql.plain("update muster.outbox set delivered_at = ?, due_at = null where id = ? and delivered_at is null");

    private static final Sql FAILED =
            Sql.plain("update muster.outbox set last_error = ?, due_at = ? where id = ? and due_at is not null");

    private static final String DEAD = "due_at is null and delivered_at is null";

    private static final Sql REVIVE =
            Sql.plain("update muster.outbox set due_at = ?, attempts = 0 where id = ? and " + DEAD);

    private static final Sql REVIVE_ALL = Sql.plain("update muster.outbox set due_at = ?, attempts = 0 where " + DEAD);

    private static final String LETTERS = "kind not in ("
            + Arrays.stream(LetterKind.values())
                    .filter(Predicate.not(LetterKind::isLetter))
                    .map(kind -> "'" + kind.code() + "'")
                    .collect(Collectors.joining(", "))
            + ")";

    private static final Sql FIND_NEWEST = newest("", LETTERS);
    private static final Sql FIND_NEWEST_TO = newest("", "lower(email) = ? and " + LETTERS);
    private static final Sql FIND_DEAD = newest("attempts, last_error, ", DEAD);

    private static final Sql REMOVE_DELIVERED = Sql.plain("delete from muster.outbox where delivered_at < ?");

    private static final Sql REMOVE_DEAD = Sql.plain("delete from muster.outbox where " + DEAD + " and created_at < ?");

    private final CurrentUnit unit;

    JdbcOutbox(CurrentUnit unit) {
        this.unit = unit;
    }

    private static Sql newest(String columns, String condition) {
        return Sql.plain("select " + columns + LetterRow.COLUMNS + " from muster.outbox where " + condition
                + " order by id desc limit ?");
    }

    @Override
    public void insert(Letter letter) {
        unit.update(INSERT, parameters -> {
            LetterRow.from(letter).bind(parameters);
            parameters.time(letter.createdAt());
        });
    }

    @Override
    public boolean insertUnlessWrittenSince(Letter letter, Instant since) {
        LetterRow row = LetterRow.from(letter);
        UUID account = requireNonNull(row.userId(), "about an account");
        return unit.update(INSERT_UNLESS_WRITTEN, parameters -> {
                    parameters.uuid(account);
                    row.bind(parameters);
                    parameters
                            .time(row.createdAt())
                            .uuid(account)
                            .text(row.kind())
                            .time(since);
                })
                > 0;
    }

    @Override
    public List<Delivery> take(Instant now, Instant leaseEnd, int limit) {
        return unit.updateReturning(
                TAKE, parameters -> parameters.time(now).integer(limit).time(leaseEnd), columns -> {
                    int attempt = (int) columns.number();
                    return new Delivery(LetterRow.read(columns).toLetter(), attempt);
                });
    }

    @Override
    public void delivered(UUID letter, Instant at) {
        unit.update(DELIVERED, parameters -> parameters.time(at).uuid(letter));
    }

    @Override
    public void failed(UUID letter, String reason, @Nullable Instant nextAttempt) {
        String excerpt = Text.excerpt(reason, MAX_REASON);
        unit.update(
                FAILED, parameters -> parameters.text(excerpt).time(nextAttempt).uuid(letter));
    }

    @Override
    public boolean revive(UUID letter, Instant now) {
        return unit.update(REVIVE, parameters -> parameters.time(now).uuid(letter)) > 0;
    }

    @Override
    public int reviveAll(Instant now) {
        return unit.update(REVIVE_ALL, parameters -> parameters.time(now));
    }

    @Override
    public List<Letter> findNewest(@Nullable EmailAddress to, int limit) {
        List<LetterRow> rows = to == null
                ? unit.query(FIND_NEWEST, parameters -> parameters.integer(limit), LetterRow::read)
                : unit.query(
                        FIND_NEWEST_TO,
                        parameters -> parameters.text(to.canonical()).integer(limit),
                        LetterRow::read);
        return rows.stream().map(LetterRow::toLetter).toList();
    }

    @Override
    public List<DeadLetter> findDead(int limit) {
        return unit.query(FIND_DEAD, parameters -> parameters.integer(limit), columns -> {
            int attempts = (int) columns.number();
            String reason = columns.text();
            return new DeadLetter(LetterRow.read(columns).toLetter(), attempts, reason);
        });
    }

    @Override
    public int removeDelivered(Instant before) {
        return unit.update(REMOVE_DELIVERED, parameters -> parameters.time(before));
    }

    @Override
    public int removeDead(Instant before) {
        return unit.update(REMOVE_DEAD, parameters -> parameters.time(before));
    }
}
