package dev.muster.testkit.mail;

import static dev.muster.testkit.mail.LetterFixture.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.Outbox.Delivery;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of the {@link OutboxContract} that says which letters are sent by whom, and when. */
public interface TakenLettersContract extends OutboxStage {

    @Test
    default void longestDueIsTakenFirstAndNoMoreThanAskedFor() {
        Letter late = stored(letter(TestClock.START.plusSeconds(2)));
        Letter early = stored(letter(TestClock.START));
        Letter middle = stored(letter(TestClock.START.plusSeconds(1)));

        assertThat(take(NOW, 2)).extracting(Delivery::letter).containsExactly(early, middle);
        assertThat(take(NOW, 2)).extracting(Delivery::letter).containsExactly(late);
    }

    @Test
    default void lettersOfOneTimeAreTakenInTheOrderOfTheirIds() {
        List<Letter> letters = IntStream.range(0, 20).mapToObj(i -> letter()).toList();
        letters.reversed().forEach(this::stored);

        assertThat(take(NOW)).extracting(Delivery::letter).isEqualTo(letters);
    }

    @Test
    default void takenLetterIsNotTakenAgainBeforeTheLeaseEnds() {
        Letter letter = stored(letter());
        take(NOW);

        assertThat(take(NOW)).isEmpty();
        assertThat(take(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(take(NOW.plus(LEASE))).containsExactly(new Delivery(letter, 2));
    }

    @Test
    default void everyAttemptIsCounted() {
        Letter letter = stored(letter());
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(take(NOW.plus(LEASE.multipliedBy(attempt)))).containsExactly(new Delivery(letter, attempt));
        }
    }

    @Test
    default void failedLetterIsDueAtItsNextAttempt() {
        Letter letter = stored(letter());
        take(NOW);
        write(() -> outbox().failed(letter.id(), "421 later", NOW.plusSeconds(300)));

        assertThat(take(NOW.plusSeconds(300).minusMillis(1))).isEmpty();
        assertThat(take(NOW.plusSeconds(300))).containsExactly(new Delivery(letter, 2));
    }

    @Test
    default void nextAttemptMayComeBeforeTheLeaseEnds() {
        Letter letter = stored(letter());
        take(NOW);
        write(() -> outbox().failed(letter.id(), "421 later", NOW.plusSeconds(1)));

        assertThat(take(NOW.plusSeconds(1))).containsExactly(new Delivery(letter, 2));
    }

    @Test
    default void noLetterIsTakenTwiceByThoseWhoTakeTogether() {
        List<UUID> letters =
                IntStream.range(0, 200).mapToObj(i -> stored(letter()).id()).toList();
        List<UUID> taken = Race.values(Race.of(thread -> takeAll())).stream()
                .flatMap(Collection::stream)
                .toList();

        assertThat(taken).containsExactlyInAnyOrderElementsOf(letters);
    }

    private List<UUID> takeAll() {
        List<UUID> taken = new ArrayList<>();
        // Letters that another is taking are passed over, so there may be more although few or none are given.
        for (int round = 0; round < 100; round++) {
            takeOnce(5).forEach(delivery -> taken.add(delivery.letter().id()));
        }
        return taken;
    }
}
