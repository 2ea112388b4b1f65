package dev.muster.testkit.mail;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.mail.Outbox.Delivery;
import dev.muster.domain.shared.Actor;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of the {@link OutboxContract} begin with: letters that are written, taken, and go or do not. */
public interface OutboxStage extends UserStage {

    /** When letters are taken. */
    Instant NOW = TestClock.START.plusSeconds(60);

    /** For how long. */
    Duration LEASE = Duration.ofMinutes(2);

    /** What is tested. */
    Outbox outbox();

    /** Empties the store, in whatever way. */
    void removeAllLetters();

    @BeforeEach
    default void beginWithoutLetters() {
        removeAllLetters();
    }

    /** Stores a letter. */
    default Letter stored(Letter letter) {
        write(() -> outbox().insert(letter));
        return letter;
    }

    /** Takes at most 100 letters. */
    default List<Delivery> take(Instant now) {
        return take(now, 100);
    }

    default List<Delivery> take(Instant now, int limit) {
        return writeFor(() -> outbox().take(now, now.plus(LEASE), limit));
    }

    /** Takes letters by a unit of one write. */
    default List<Delivery> takeOnce(int limit) {
        return unitOfWork().writeOne(Actor.SYSTEM, () -> outbox().take(NOW, NOW.plus(LEASE), limit));
    }

    /** The ids of the letters that are taken. */
    default List<UUID> takenIds(Instant now) {
        return take(now).stream().map(delivery -> delivery.letter().id()).toList();
    }

    /** Stores a letter that was tried once and given up. */
    default Letter dead(String reason) {
        Letter letter = stored(LetterFixture.letter());
        take(NOW);
        write(() -> outbox().failed(letter.id(), reason, null));
        return letter;
    }

    default List<Letter> newest() {
        return read(() -> outbox().findNewest(null, 100));
    }
}
