package dev.muster.testkit.mail;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.MailedTokens;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tokens that were mailed, in memory. */
public final class InMemoryMailedTokens implements MailedTokens {

    /** @param ended whether it was used or replaced */
    private record Entry(MailedToken token, TokenHash hash, boolean ended) {

        boolean isLive(Instant now) {
            return !ended && token.expiresAt().isAfter(now);
        }

        Entry end() {
            return new Entry(token, hash, true);
        }
    }

    private final Table<UUID, Entry> table;

    public InMemoryMailedTokens(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(MailedToken token, TokenHash hash) {
        table.change(rows -> {
            if (rows.containsKey(token.id())
                    || rows.values().stream().anyMatch(entry -> entry.hash().equals(hash))) {
                throw new IllegalArgumentException("a token of this id or hash is stored");
            }
            end(rows, token.user(), token.purpose());
            rows.put(token.id(), new Entry(token, hash, false));
        });
    }

    @Override
    public Optional<MailedToken> find(TokenHash hash, MailedToken.Purpose purpose, Instant now) {
        return find(table.rows().values(), carries(hash, purpose), now);
    }

    @Override
    public Optional<MailedToken> findLive(UserId user, MailedToken.Purpose purpose, Instant now) {
        return find(table.rows().values(), isOf(user, purpose), now);
    }

    @Override
    public Optional<MailedToken> use(TokenHash hash, MailedToken.Purpose purpose, Instant now) {
        AtomicReference<@Nullable MailedToken> used = new AtomicReference<>();
        table.change(rows -> find(rows.values(), carries(hash, purpose), now).ifPresent(token -> {
            rows.computeIfPresent(token.id(), (id, entry) -> entry.end());
            used.set(token);
        }));
        return Optional.ofNullable(used.get());
    }

    @Override
    public void endAll(UserId user, MailedToken.Purpose purpose, Instant now) {
        table.change(rows -> end(rows, user, purpose));
    }

    /** Removes tokens that expired before a time; how many. */
    public int removeExpired(Instant before) {
        AtomicInteger removed = new AtomicInteger();
        table.change(rows -> {
            int all = rows.size();
            rows.values().removeIf(entry -> entry.token().expiresAt().isBefore(before));
            removed.set(all - rows.size());
        });
        return removed.get();
    }

    private static void end(Map<UUID, Entry> rows, UserId user, MailedToken.Purpose purpose) {
        rows.replaceAll((id, entry) -> isOf(user, purpose).test(entry) ? entry.end() : entry);
    }

    private static Optional<MailedToken> find(Collection<Entry> entries, Predicate<Entry> meant, Instant now) {
        return entries.stream()
                .filter(meant)
                .filter(entry -> entry.isLive(now))
                .findAny()
                .map(Entry::token);
    }

    private static Predicate<Entry> carries(TokenHash hash, MailedToken.Purpose purpose) {
        return entry -> entry.hash().equals(hash) && entry.token().purpose() == purpose;
    }

    private static Predicate<Entry> isOf(UserId user, MailedToken.Purpose purpose) {
        return entry -> entry.token().user().equals(user) && entry.token().purpose() == purpose;
    }
}
