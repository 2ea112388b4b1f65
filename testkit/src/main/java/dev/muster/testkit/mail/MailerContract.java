package dev.muster.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.domain.mail.Mailer;
import dev.muster.domain.user.EmailAddress;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** What a {@link Mailer} promises. A test class of the adapter implements this interface. */
public interface MailerContract {

    EmailAddress ANN = new EmailAddress("ann+news@example.org");

    /** Mail to this address is refused for good. */
    EmailAddress REFUSED = new EmailAddress("refused@example.org");

    /** What is tested. */
    Mailer mailer();

    /** The same where nobody takes mail at present. */
    Mailer mailerOfAServerThatIsAway();

    /** What came to an address, the oldest first; times in seconds. */
    List<Mail> arrivedAt(EmailAddress to);

    /** A mail of now, to the second. */
    static Mail mail(EmailAddress to, String subject, String text) {
        return new Mail(
                UUID.randomUUID(),
                to,
                subject,
                text,
                "<p>" + text + "</p>",
                TestClock.START.truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    default void mailArrivesAsItWasWritten() {
        EmailAddress to = someone();
        Mail mail = mail(to, "Your account", "Hello Ann,\n\n.\n..\n. dots\nFrom here on\n trailing space \n");

        mailer().send(mail);

        assertThat(arrivedAt(to)).containsExactly(mail);
    }

    @Test
    default void everyScriptAndLongLinesArrive() {
        EmailAddress to = someone();
        String words = "Zo\u00eb \u0424\u0451\u0434\u043e\u0440 \u5c71\u7530 \u0639\u0644\u064a \ud83d\ude80 = =3D %20";
        Mail mail = mail(to, words.repeat(4), words + "\n" + "long ".repeat(1000) + "\n" + words);

        mailer().send(mail);

        assertThat(arrivedAt(to)).containsExactly(mail);
    }

    @Test
    default void addressWithAPlusSignIsOne() {
        int before = arrivedAt(ANN).size();

        mailer().send(mail(ANN, "Plus", "One address."));

        assertThat(arrivedAt(ANN)).hasSize(before + 1);
    }

    @Test
    default void mailThatIsSentAgainIsTheSame() {
        EmailAddress to = someone();
        Mail mail = mail(to, "Again", "The first attempt may have gone, or not.");

        mailer().send(mail);
        mailer().send(mail);

        assertThat(arrivedAt(to)).containsExactly(mail, mail);
    }

    @Test
    default void manyAtOnceAllArrive() {
        EmailAddress to = someone();
        List<Mail> mails = Race.values(Race.of(thread -> {
            Mail mail = mail(to, "Number " + thread, "One of many.");
            mailer().send(mail);
            return mail;
        }));

        assertThat(arrivedAt(to)).containsExactlyInAnyOrderElementsOf(mails);
    }

    @Test
    default void refusedAddressIsRefusedForGood() {
        Mail mail = mail(REFUSED, "A subject", "The text.");

        MailFailure failure = failureOf(mailer(), mail);

        assertThat(failure.permanent()).isTrue();
        assertThat(arrivedAt(REFUSED)).isEmpty();
    }

    @Test
    default void mailForAServerThatIsAwayCanGoLater() {
        assertThat(failureOf(mailerOfAServerThatIsAway(), mail(ANN, "A subject", "The text."))
                        .permanent())
                .isFalse();
    }

    @Test
    default void failureRepeatsNothingOfTheMail() {
        Mail mail = mail(REFUSED, "This sub-ject", "That t-e-x-t");

        assertThat(List.of(failureOf(mailer(), mail), failureOf(mailerOfAServerThatIsAway(), mail)))
                .allSatisfy(failure -> assertThat(failure.getMessage()).isNotBlank())
                .allSatisfy(failure ->
                        assertThat(Throwables.getStackTrace(failure)).doesNotContain("This sub-ject", "That t-e-x-t"));
    }

    private static MailFailure failureOf(Mailer mailer, Mail mail) {
        MailFailure failure = catchThrowableOfType(MailFailure.class, () -> mailer.send(mail));
        assertThat(failure).as("failure").isNotNull();
        return failure;
    }

    private static EmailAddress someone() {
        return new EmailAddress("u" + UUID.randomUUID() + "@example.org");
    }
}
