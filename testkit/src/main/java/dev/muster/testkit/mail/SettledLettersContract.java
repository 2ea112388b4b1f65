package dev.muster.testkit.mail;

import static dev.muster.testkit.mail.LetterFixture.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.mail.Outbox.DeadLetter;
import dev.muster.domain.mail.Outbox.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of the {@link OutboxContract} that is about letters that went, and about those that were given up. */
public interface SettledLettersContract extends OutboxStage {

    /** When every lease has ended. */
    Instant MUCH_LATER = NOW.plus(Duration.ofDays(1));

    @Test
    default void deliveredLetterIsNeverTakenAgain() {
        delivered(NOW);

        assertThat(take(MUCH_LATER)).isEmpty();
    }

    @Test
    default void deliveredLetterStaysDeliveredWhateverComesAfter() {
        Letter letter = delivered(NOW);
        write(() -> outbox().failed(letter.id(), "too late", NOW));
        write(() -> outbox().failed(letter.id(), "too late", null));

        assertThat(writeFor(() -> outbox().revive(letter.id(), NOW))).isFalse();
        assertThat(take(MUCH_LATER)).isEmpty();
        assertThat(dead()).isEmpty();
    }

    @Test
    default void letterThatWentAfterItWasGivenUpIsNotDead() {
        Letter letter = dead("554 no");
        write(() -> outbox().delivered(letter.id(), NOW));

        assertThat(dead()).isEmpty();
        assertThat(take(MUCH_LATER)).isEmpty();
    }

    @Test
    default void deadLetterIsShownWithItsReasonAndNeverTaken() {
        Letter letter = dead("554 no such person 🚀");

        assertThat(dead()).containsExactly(new DeadLetter(letter, 1, "554 no such person 🚀"));
        assertThat(take(MUCH_LATER)).isEmpty();
    }

    @Test
    default void deadLetterIsNotBroughtBackByAFailureThatComesLate() {
        Letter letter = dead("554 no");
        write(() -> outbox().failed(letter.id(), "421 later", NOW));

        assertThat(take(MUCH_LATER)).isEmpty();
        assertThat(dead()).containsExactly(new DeadLetter(letter, 1, "554 no"));
    }

    @Test
    default void pendingLettersAreNotDead() {
        stored(letter());
        Letter tried = stored(letter());
        write(() -> outbox().failed(tried.id(), "421 later", MUCH_LATER));

        assertThat(dead()).isEmpty();
    }

    @Test
    default void newestDeadLetterComesFirstAndTheyAreBounded() {
        Letter first = dead("1");
        Letter second = dead("2");
        Letter third = dead("3");

        assertThat(dead()).extracting(DeadLetter::letter).containsExactly(third, second, first);
        assertThat(read(() -> outbox().findDead(2)))
                .extracting(DeadLetter::letter)
                .containsExactly(third, second);
    }

    @Test
    default void reasonIsCutAndMayHoldAnything() {
        dead("🚀".repeat(Outbox.MAX_REASON + 1));
        dead("\0a\ud83d\r\n");

        assertThat(dead()).extracting(DeadLetter::reason).containsExactly("a\r\n", "🚀".repeat(Outbox.MAX_REASON));
    }

    @Test
    default void revivedLetterIsDueAtOnceAndTriedAsIfNeverBefore() {
        Letter letter = dead("554 no");

        assertThat(writeFor(() -> outbox().revive(letter.id(), MUCH_LATER))).isTrue();
        assertThat(dead()).isEmpty();
        assertThat(take(MUCH_LATER.minusMillis(1))).isEmpty();
        assertThat(take(MUCH_LATER)).containsExactly(new Delivery(letter, 1));
    }

    @Test
    default void onlyADeadLetterIsRevived() {
        Letter pending = stored(letter());
        Letter revived = dead("554 no");
        write(() -> outbox().revive(revived.id(), NOW));

        assertThat(writeFor(() -> outbox().revive(pending.id(), NOW))).isFalse();
        assertThat(writeFor(() -> outbox().revive(revived.id(), NOW))).isFalse();
        assertThat(writeFor(() -> outbox().revive(LetterFixture.nextId(), NOW))).isFalse();
    }

    @Test
    default void allDeadLettersAreRevivedTogetherAndNoOthers() {
        Letter first = dead("554 no");
        Letter second = dead("421 no");
        Letter waiting = stored(letter());
        write(() -> outbox().failed(waiting.id(), "421 later", MUCH_LATER.plusSeconds(1)));
        delivered(NOW);

        assertThat(writeFor(() -> outbox().reviveAll(MUCH_LATER))).isEqualTo(2);
        assertThat(dead()).isEmpty();
        assertThat(take(MUCH_LATER)).containsExactly(new Delivery(first, 1), new Delivery(second, 1));
        assertThat(writeFor(() -> outbox().reviveAll(MUCH_LATER))).isZero();
    }

    @Test
    default void unknownLetterChangesNothing() {
        Letter letter = stored(letter());
        write(() -> outbox().delivered(LetterFixture.nextId(), NOW));
        write(() -> outbox().failed(LetterFixture.nextId(), "no", null));

        assertThat(dead()).isEmpty();
        assertThat(take(NOW)).containsExactly(new Delivery(letter, 1));
    }

    @Test
    default void removeDeliveredRemovesWhatWentBeforeATime() {
        delivered(NOW.minusSeconds(2));
        delivered(NOW.minusSeconds(1));
        Letter later = delivered(NOW);
        Letter dead = dead("554 no");
        Letter pending = stored(letter());

        assertThat(writeFor(() -> outbox().removeDelivered(NOW))).isEqualTo(2);
        assertThat(newest()).containsExactly(pending, dead, later);
        assertThat(writeFor(() -> outbox().removeDelivered(NOW))).isZero();
    }

    @Test
    default void removeDeadRemovesDeadLettersThatWereWrittenBeforeATime() {
        dead("554 no");
        Letter delivered = delivered(NOW);
        Letter pending = stored(letter());
        Letter later = stored(letter(NOW));
        write(() -> outbox().failed(later.id(), "554 no", null));

        assertThat(writeFor(() -> outbox().removeDead(NOW))).isEqualTo(1);
        assertThat(newest()).containsExactly(later, pending, delivered);
        assertThat(writeFor(() -> outbox().removeDead(NOW))).isZero();
    }

    private Letter delivered(Instant at) {
        Letter letter = stored(letter());
        take(NOW);
        write(() -> outbox().delivered(letter.id(), at));
        return letter;
    }

    private List<DeadLetter> dead() {
        return read(() -> outbox().findDead(100));
    }
}
