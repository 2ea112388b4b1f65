package dev.muster.testkit.mail;

import static java.util.Objects.requireNonNull;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Text;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.InMemoryUnitOfWork;
import dev.muster.testkit.shared.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The outbox in memory. */
public final class InMemoryOutbox implements Outbox {

    private static final Comparator<Entry> BY_ID =
            Comparator.comparing(entry -> entry.letter().id().toString());

    /** Pending while due is set, delivered when deliveredAt is, dead when neither is. */
    private record Entry(
            Letter letter,
            int attempts,
            String reason,
            @Nullable Instant due,
            @Nullable Instant deliveredAt) {

        boolean isDead() {
            return due == null && deliveredAt == null;
        }

        boolean isDue(Instant now) {
            return due != null && !due.isAfter(now);
        }

        Entry revived(Instant now) {
            return new Entry(letter, 0, reason, now, null);
        }
    }

    private final Table<UUID, Entry> table;

    public InMemoryOutbox(InMemoryUnitOfWork unitOfWork) {
        table = new Table<>(unitOfWork);
    }

    @Override
    public void insert(Letter letter) {
        table.change(rows -> {
            if (rows.putIfAbsent(letter.id(), new Entry(letter, 0, "", letter.createdAt(), null)) != null) {
                throw new IllegalArgumentException("a letter of this id is stored");
            }
        });
    }

    @Override
    public boolean insertUnlessWrittenSince(Letter letter, Instant since) {
        UserId account = requireNonNull(letter.user(), "about an account");
        AtomicBoolean added = new AtomicBoolean();
        table.change(rows -> {
            boolean written = rows.values().stream()
                    .map(Entry::letter)
                    .filter(known -> account.equals(known.user()) && known.kind() == letter.kind())
                    .anyMatch(known -> known.createdAt().isAfter(since));
            if (!written) {
                rows.put(letter.id(), new Entry(letter, 0, "", letter.createdAt(), null));
            }
            added.set(!written);
        });
        return added.get();
    }

    @Override
    public List<Delivery> take(Instant now, Instant leaseEnd, int limit) {
        List<Delivery> taken = new ArrayList<>();
        table.change(rows -> {
            List<Entry> due = rows.values().stream()
                    .filter(entry -> entry.isDue(now))
                    .sorted(Comparator.comparing(Entry::due).thenComparing(BY_ID))
                    .limit(limit)
                    .toList();
            for (Entry entry : due) {
                int attempt = entry.attempts() + 1;
                rows.put(entry.letter().id(), new Entry(entry.letter(), attempt, entry.reason(), leaseEnd, null));
                taken.add(new Delivery(entry.letter(), attempt));
            }
        });
        return taken;
    }

    @Override
    public void delivered(UUID letter, Instant at) {
        change(
                letter,
                entry -> entry.deliveredAt() == null
                        ? new Entry(entry.letter(), entry.attempts(), entry.reason(), null, at)
                        : entry);
    }

    @Override
    public void failed(UUID letter, String reason, @Nullable Instant nextAttempt) {
        String excerpt = Text.excerpt(reason, MAX_REASON);
        change(
                letter,
                entry -> entry.due() == null
                        ? entry
                        : new Entry(entry.letter(), entry.attempts(), excerpt, nextAttempt, null));
    }

    @Override
    public boolean revive(UUID letter, Instant now) {
        return change(letter, entry -> entry.isDead() ? entry.revived(now) : entry);
    }

    @Override
    public int reviveAll(Instant now) {
        AtomicInteger revived = new AtomicInteger();
        table.change(rows -> rows.replaceAll((id, entry) -> {
            if (!entry.isDead()) {
                return entry;
            }
            revived.incrementAndGet();
            return entry.revived(now);
        }));
        return revived.get();
    }

    /** Whether the change made another of it. */
    private boolean change(UUID letter, UnaryOperator<Entry> change) {
        AtomicInteger changed = new AtomicInteger();
        table.change(rows -> rows.computeIfPresent(letter, (id, entry) -> {
            Entry next = change.apply(entry);
            changed.set(next.equals(entry) ? 0 : 1);
            return next;
        }));
        return changed.get() > 0;
    }

    @Override
    public List<Letter> findNewest(@Nullable EmailAddress to, int limit) {
        return newest().stream()
                .map(Entry::letter)
                .filter(letter -> letter.kind().isLetter())
                .filter(letter -> to == null || letter.to().canonical().equals(to.canonical()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<DeadLetter> findDead(int limit) {
        return newest().stream()
                .filter(Entry::isDead)
                .limit(limit)
                .map(entry -> new DeadLetter(entry.letter(), entry.attempts(), entry.reason()))
                .toList();
    }

    private List<Entry> newest() {
        return table.rows().values().stream().sorted(BY_ID.reversed()).toList();
    }

    @Override
    public int removeDelivered(Instant before) {
        return remove(entry -> isBefore(entry.deliveredAt(), before));
    }

    @Override
    public int removeDead(Instant before) {
        return remove(entry -> entry.isDead() && isBefore(entry.letter().createdAt(), before));
    }

    private int remove(Predicate<Entry> meant) {
        AtomicInteger removed = new AtomicInteger();
        table.change(rows -> {
            int all = rows.size();
            rows.values().removeIf(meant);
            removed.set(all - rows.size());
        });
        return removed.get();
    }

    private static boolean isBefore(@Nullable Instant at, Instant before) {
        return at != null && at.isBefore(before);
    }
}
