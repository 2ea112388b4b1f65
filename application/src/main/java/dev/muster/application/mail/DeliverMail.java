package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.MailFailure;
import dev.muster.domain.mail.Mailer;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.mail.Outbox.Delivery;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the letters that are due (requirement A2): each at least once, hardly ever twice, on one node at a time. */
public final class DeliverMail {

    /** The longest that a letter of a node that died waits for another node. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** So many that even a slow server takes them before the lease ends. */
    private static final int BATCH = 8;

    /** After these a letter that does not go is tried again; after the last it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final Delivering delivering;
    private final Stamps stamps;

    public DeliverMail(UnitOfWork unitOfWork, Outbox outbox, Delivering delivering, Stamps stamps) {
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.delivering = delivering;
        this.stamps = stamps;
    }

    /** What becomes of a letter: a wish is granted, another is written out and carried. */
    public record Delivering(GrantWish grantWish, MailLinks links, MailWriter writer, Mailer mailer) {}

    /** Sends what is due by now, and what becomes due by that. A fault about one letter is thrown after the others went. */
    public void deliver() {
        List<RuntimeException> faults = new ArrayList<>();
        List<Delivery> due;
        do {
            Instant now = stamps.now();
            due = unitOfWork.writeOne(Actor.SYSTEM, () -> outbox.take(now, now.plus(LEASE), BATCH));
            due.forEach(delivery -> deliver(delivery, faults));
        } while (!due.isEmpty());
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
    }

    private void deliver(Delivery delivery, List<RuntimeException> faults) {
        Letter letter = delivery.letter();
        try {
            if (!letter.kind().isLetter()) {
                delivering.grantWish().grant(letter);
            } else if (hasExpiredLink(letter)) {
                fail(letter, "The link in it has expired.", null);
            } else {
                send(letter);
            }
        } catch (MailFailure refused) {
            fail(letter, String.valueOf(refused.getMessage()), refused.permanent() ? null : next(delivery.attempt()));
        } catch (RuntimeException fault) {
            faults.add(fault);
            fail(letter, "A fault of Muster: " + fault.getClass().getName(), next(delivery.attempt()));
        }
    }

    private void send(Letter letter) {
        delivering.mailer().send(delivering.writer().write(letter));
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            outbox.delivered(letter.id(), stamps.now());
            return letter;
        });
    }

    private boolean hasExpiredLink(Letter letter) {
        return letter.kind()
                .purpose()
                .filter(purpose -> delivering.links().isExpired(purpose, letter.createdAt()))
                .isPresent();
    }

    private @Nullable Instant next(int attempt) {
        return attempt > PAUSES.size() ? null : stamps.now().plus(PAUSES.get(attempt - 1));
    }

    private void fail(Letter letter, String reason, @Nullable Instant nextAttempt) {
        unitOfWork.writeOne(Actor.SYSTEM, () -> {
            outbox.failed(letter.id(), reason, nextAttempt);
            return letter;
        });
    }
}
