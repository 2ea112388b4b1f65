package dev.muster.application.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.application.shared.AccountStage;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.shared.Actor;
import dev.muster.domain.user.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class DeliverMailTest {

    private static final String ADDRESS = "ann@example.org";
    private static final EmailAddress ANN = new EmailAddress(ADDRESS);

    private final AccountStage muster = new AccountStage();
    private final DeadLetters deadLetters = new DeadLetters(muster.unitOfWork, muster.outbox, muster.stamps);

    @Test
    void letterIsSentOnce() {
        muster.join("ann");

        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email");
        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email");
    }

    @Test
    void linkLeadsToThePageBelowTheBaseAddress() {
        muster.join("ann");
        muster.deliverMail.deliver();

        assertThat(muster.mailer.sentTo(ANN).getFirst().text())
                .containsPattern("https://muster\\.example\\.org/verify-email\\?token=[A-Za-z0-9_-]{43}$");
    }

    @Test
    void sameLetterHasTheSameLinkHoweverOftenItIsWritten() {
        muster.join("ann");
        var mailbox = new Mailbox(muster.unitOfWork, muster.outbox, muster.deliverMail, muster.mailWriter);
        String shown = mailbox.newest(ANN).getFirst().text();

        assertThat(muster.mailer.sentTo(ANN).getFirst().text()).isEqualTo(shown);
        assertThat(mailbox.newest(null)).hasSize(1);
        assertThat(mailbox.newest(new EmailAddress("eve@example.org"))).isEmpty();
    }

    @Test
    void letterThatDoesNotGoIsTriedAgainLaterAndLater() {
        muster.join("ann");
        muster.mailer.goAway();
        muster.deliverMail.deliver();
        muster.clock.advance(Duration.ofSeconds(30));
        muster.deliverMail.deliver();
        muster.mailer.comeBack();
        muster.clock.advance(Duration.ofSeconds(119));
        assertThat(muster.mailedTo(ADDRESS)).isEmpty();

        muster.clock.advance(Duration.ofSeconds(1));
        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email");
    }

    @Test
    void letterThatIsRefusedForGoodIsDeadUntilItIsRevived() {
        muster.join("ann");
        muster.mailer.refuse(ANN);
        muster.deliverMail.deliver();

        List<Outbox.DeadLetter> dead = deadLetters.newest(10);
        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.letter().kind()).isEqualTo(LetterKind.VERIFY_EMAIL);
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.reason()).isEqualTo("The mail server does not take the recipient.");
        });
        assertThat(deadLetters.retry(dead.getFirst().letter().id())).isTrue();
        assertThat(deadLetters.newest(10)).isEmpty();
        assertThat(deadLetters.retry(dead.getFirst().letter().id())).isFalse();
    }

    @Test
    void letterIsGivenUpAfterSevenAttempts() {
        muster.join("ann");
        muster.mailer.goAway();
        for (int hour = 0; hour < 24; hour++) {
            muster.deliverMail.deliver();
            muster.clock.advance(Duration.ofHours(1));
        }

        assertThat(deadLetters.newest(10))
                .singleElement()
                .extracting(Outbox.DeadLetter::attempts)
                .isEqualTo(7);
    }

    @Test
    void linkThatHasExpiredIsNotSentAnyMore() {
        muster.join("ann");
        muster.wantLetter.wantReset(ANN, null);
        muster.mailedTo(ADDRESS);
        muster.clock.advance(Duration.ofMinutes(6));
        muster.mailer.goAway();
        muster.wantLetter.wantReset(ANN, null);
        muster.deliverMail.deliver();
        muster.mailer.comeBack();
        muster.clock.advance(Duration.ofMinutes(31));

        assertThat(muster.mailedTo(ADDRESS)).containsExactly("verify email", "reset password");
        assertThat(deadLetters.newest(10))
                .singleElement()
                .extracting(Outbox.DeadLetter::reason)
                .isEqualTo("The link in it has expired.");
    }

    @Test
    void letterThatCannotBeWrittenDoesNotKeepOthersBack() {
        muster.unitOfWork.write(Actor.SYSTEM, () -> {
            muster.outbox.insert(new Letter(
                    muster.stamps.nextId(),
                    LetterKind.PASSWORD_CHANGED,
                    ANN,
                    null,
                    null,
                    Map.of(),
                    muster.stamps.now()));
            return true;
        });
        muster.clock.advance(Duration.ofSeconds(1));
        muster.join("eve");
        Assertions.assertThatIllegalArgumentException().isThrownBy(muster.deliverMail::deliver);

        assertThat(muster.mailedTo("eve@example.org")).containsExactly("verify email");
    }

    @Test
    void lettersThatWentLongAgoAreForgottenAndDeadOnesKept() {
        muster.join("ann");
        muster.mailedTo(ADDRESS);
        muster.join("eve");
        muster.mailer.refuse(new EmailAddress("eve@example.org"));
        muster.deliverMail.deliver();
        muster.clock.advance(Duration.ofDays(31));
        var forgetMail = new ForgetMail(muster.unitOfWork, muster.outbox, muster.stamps);
        forgetMail.forget();

        assertThat(muster.unitOfWork.read(Actor.SYSTEM, () -> muster.outbox.findNewest(ANN, 10)))
                .isEmpty();
        assertThat(deadLetters.newest(10)).hasSize(1);
        muster.clock.advance(Duration.ofDays(335));
        forgetMail.forget();
        assertThat(deadLetters.newest(10)).isEmpty();
    }

    @Test
    void allDeadLettersAreTriedAgainTogether() {
        for (String name : List.of("ann", "eve")) {
            muster.mailer.refuse(new EmailAddress(name + "@example.org"));
            muster.join(name);
        }
        muster.deliverMail.deliver();
        assertThat(deadLetters.newest(10)).hasSize(2);

        assertThat(deadLetters.retryAll()).isEqualTo(2);
        assertThat(deadLetters.newest(10)).isEmpty();
        assertThat(deadLetters.retryAll()).isZero();
    }
}
