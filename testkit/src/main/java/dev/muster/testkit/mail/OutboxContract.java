package dev.muster.testkit.mail;

import static dev.muster.testkit.mail.LetterFixture.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.mail.Outbox.Delivery;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.TestClock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@link Outbox} promises. A test class of the adapter implements this interface, which makes it run every test:
 *
 * <pre>{@code
 * final class MyOutboxTest implements OutboxContract {
 *     public UnitOfWork unitOfWork() { return myUnitOfWork; }
 *     public Users users() { return new MyUsers(...); }
 *     public Outbox outbox() { return new MyOutbox(...); }
 *     public void removeAllLetters() { ... }
 * }
 * }</pre>
 *
 * The store has the letters of one test at a time. Its parts: {@link TakenLettersContract} about who sends what and when,
 * {@link SettledLettersContract} about letters that went and those that were given up, {@link SeldomLettersContract} about
 * those that are written once in a while.
 */
public interface OutboxContract extends TakenLettersContract, SettledLettersContract, SeldomLettersContract {

    @Test
    default void insertKeepsEverythingOfALetter() {
        Letter letter = stored(LetterFixture.everythingKnown(storedUser()));

        assertThat(newest()).containsExactly(letter);
        assertThat(take(NOW)).containsExactly(new Delivery(letter, 1));
    }

    @ParameterizedTest
    @EnumSource
    default void everyKindIsKept(LetterKind kind) {
        Letter letter = stored(letter(kind));

        assertThat(take(NOW)).extracting(Delivery::letter).containsExactly(letter);
    }

    @Test
    default void insertRefusesAnIdThatIsStored() {
        Letter letter = stored(letter());

        assertThatThrownBy(() -> stored(letter)).isInstanceOf(RuntimeException.class);
        assertThat(take(NOW)).hasSize(1);
    }

    @Test
    default void insertInAUnitThatFailsKeepsNothing() {
        assertThatThrownBy(() -> write(() -> {
                    outbox().insert(letter());
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(newest()).isEmpty();
        assertThat(take(NOW)).isEmpty();
    }

    @Test
    default void takeInAUnitThatFailsTakesNothing() {
        Letter letter = stored(letter());

        assertThatThrownBy(() -> write(() -> {
                    assertThat(outbox().take(NOW, NOW.plus(LEASE), 1)).hasSize(1);
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(take(NOW)).containsExactly(new Delivery(letter, 1));
    }

    @Test
    default void everyChangeIsOneWrite() {
        Letter letter = letter();
        once(() -> outbox().insert(letter));
        assertThat(takeOnce(1)).containsExactly(new Delivery(letter, 1));
        once(() -> outbox().failed(letter.id(), "554 no", null));
        assertThat(read(() -> outbox().findDead(1))).hasSize(1);
        once(() -> assertThat(outbox().revive(letter.id(), NOW)).isTrue());
        once(() -> assertThat(outbox().reviveAll(NOW)).isZero());
        once(() -> outbox().delivered(letter.id(), NOW));
        once(() -> assertThat(outbox().removeDead(MUCH_LATER)).isZero());
        once(() -> assertThat(outbox().removeDelivered(MUCH_LATER)).isOne());
        Letter seldom = LetterFixture.everythingKnown(storedUser());
        once(() -> assertThat(outbox().insertUnlessWrittenSince(seldom, NOW)).isTrue());
    }

    @Test
    default void peopleWriteLettersWithinTheirOwnUnits() {
        UserId user = storedUser();
        Letter letter = LetterFixture.everythingKnown(user);
        unitOfWork().write(user.asActor(), () -> {
            outbox().insert(letter);
            return true;
        });

        assertThat(newest()).containsExactly(letter);
    }

    @Test
    default void findNewestBeginsWithTheNewestAndIsBounded() {
        List<Letter> letters = List.of(stored(letter()), stored(letter()), stored(letter()));

        assertThat(newest()).isEqualTo(letters.reversed());
        assertThat(read(() -> outbox().findNewest(null, 2)))
                .isEqualTo(letters.reversed().subList(0, 2));
    }

    @Test
    default void findNewestShowsLettersThatWentAndWereGivenUp() {
        Letter dead = dead("no");
        Letter delivered = stored(letter());
        write(() -> outbox().delivered(delivered.id(), NOW));

        assertThat(newest()).containsExactly(delivered, dead);
    }

    @Test
    default void findNewestOfAnAddressComparesInLowerCase() {
        var ann = new EmailAddress("Ann@Example.org");
        Letter first = stored(letter(LetterKind.VERIFY_EMAIL, ann));
        Letter second = stored(letter(LetterKind.VERIFY_EMAIL, new EmailAddress("ann@example.ORG")));
        stored(letter(LetterKind.VERIFY_EMAIL, new EmailAddress("joann@example.org")));

        assertThat(read(() -> outbox().findNewest(new EmailAddress("ANN@EXAMPLE.ORG"), 100)))
                .containsExactly(second, first);
        assertThat(read(() -> outbox().findNewest(ann, 1))).containsExactly(second);
    }

    @Test
    default void findNewestHasNothingThatIsNoLetter() {
        Arrays.stream(LetterKind.values()).forEach(kind -> stored(letter(kind)));

        assertThat(newest())
                .extracting(Letter::kind)
                .doesNotContain(LetterKind.PASSWORD_RESET_WANTED, LetterKind.VERIFICATION_WANTED)
                .hasSize(LetterKind.values().length - 2);
        assertThat(read(() -> outbox().findNewest(letter().to(), 100))).isEqualTo(newest());
    }

    @Test
    default void letterIsDueFromTheTimeItWasWritten() {
        Letter letter = stored(letter(TestClock.START));

        assertThat(take(TestClock.START.minusMillis(1))).isEmpty();
        assertThat(takenIds(TestClock.START)).containsExactly(letter.id());
    }

    private void once(Runnable work) {
        unitOfWork().writeOne(Actor.SYSTEM, () -> {
            work.run();
            return true;
        });
    }
}
