package dev.muster.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Outbox.Delivery;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.Race;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The part of the {@link OutboxContract} that is about letters that an account gets once in a while. */
public interface SeldomLettersContract extends OutboxStage {

    /** The letters of this kind that are older don't count. */
    Instant LATELY = NOW.minusSeconds(300);

    @Test
    default void letterIsAddedWithEverythingOfItAndDueAtOnce() {
        Letter letter = LetterFixture.everythingKnown(storedUser());

        assertThat(addSeldom(letter)).isTrue();
        assertThat(newest()).containsExactly(letter);
        assertThat(take(letter.createdAt())).containsExactly(new Delivery(letter, 1));
    }

    @Test
    default void letterOfAKindIsNotRepeatedWhetherTheFirstWentOrNot() {
        UserId ann = storedUser();
        Letter first = about(ann, LetterKind.ALREADY_REGISTERED, NOW);
        assertThat(addSeldom(first)).isTrue();

        assertThat(addSeldom(about(ann, LetterKind.ALREADY_REGISTERED, NOW))).isFalse();
        write(() -> outbox().delivered(first.id(), NOW));
        assertThat(addSeldom(about(ann, LetterKind.ALREADY_REGISTERED, NOW))).isFalse();
        assertThat(newest()).containsExactly(first);
    }

    @Test
    default void letterIsAddedAgainAfterAWhile() {
        UserId ann = storedUser();
        stored(about(ann, LetterKind.ALREADY_REGISTERED, LATELY));

        assertThat(addSeldom(about(ann, LetterKind.ALREADY_REGISTERED, NOW))).isTrue();
    }

    @Test
    default void lettersOfOtherKindsAndOfOthersDoNotMatter() {
        UserId ann = storedUser();
        stored(about(storedUser(), LetterKind.ALREADY_REGISTERED, NOW));
        stored(about(ann, LetterKind.PASSWORD_CHANGED, NOW));

        assertThat(addSeldom(about(ann, LetterKind.ALREADY_REGISTERED, NOW))).isTrue();
    }

    @Test
    default void ofManyAtOnceOneIsAdded() {
        for (int round = 0; round < 5; round++) {
            UserId ann = storedUser();

            assertThat(Race.values(Race.of(thread -> addSeldom(about(ann, LetterKind.ALREADY_REGISTERED, NOW)))))
                    .filteredOn(Boolean::booleanValue)
                    .hasSize(1);
        }
    }

    private boolean addSeldom(Letter letter) {
        return writeFor(() -> outbox().insertUnlessWrittenSince(letter, LATELY));
    }

    private static Letter about(UserId user, LetterKind kind, Instant at) {
        EmailAddress address = new EmailAddress("ann@example.org");
        return new Letter(LetterFixture.nextId(), kind, address, user, null, Map.of(), at);
    }
}
