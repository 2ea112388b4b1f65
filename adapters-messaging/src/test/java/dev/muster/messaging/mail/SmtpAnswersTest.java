package dev.muster.messaging.mail;

import static dev.muster.messaging.mail.ScriptedSmtp.DRIP;
import static dev.muster.messaging.mail.ScriptedSmtp.END_OF_MAIL;
import static dev.muster.messaging.mail.ScriptedSmtp.GREETING;
import static dev.muster.messaging.mail.ScriptedSmtp.HANG_UP;
import static dev.muster.messaging.mail.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.messaging.mail.SmtpMailer.Patience;
import dev.muster.testkit.mail.MailerContract;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says when, and what becomes of the mail. */
@Timeout(30)
final class SmtpAnswersTest {

    private static final String SECRET = "https://muster.example.org/reset-password?token=s3cret";
    private static final Mail MAIL = MailerContract.mail(MailerContract.ANN, "A subject", SECRET);
    private static final Patience SHORT = new Patience(Duration.ofMillis(300), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such mailbox, 550 5.1.1",
        "RCPT, 553 5.1.3 what address is that, 553 5.1.3",
        "RCPT, 552 full, 552",
        "DATA, 554 5.5.1 no, 554 5.5.1",
        "., 554 5.7.1 spam, 554 5.7.1",
        "., 552 5.3.4 too long, 552 5.3.4",
    })
    void refusalOfTheMailIsForGood(String command, String answer, String codes) {
        MailFailure failure = failure(Map.of(command, answer));

        assertThat(failure.permanent()).isTrue();
        assertThat(failure).hasMessageContaining(codes + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "EHLO, 421 4.3.2 not now",
        "AUTH, 535 5.7.8 wrong",
        "AUTH, 454 4.7.0 not now",
        "MAIL, 451 4.3.0 not now",
        "MAIL, 550 5.7.1 not from you",
        "RCPT, 450 4.2.1 grey-listed",
        "RCPT, 421 4.3.2 not now",
        "RCPT, 354 what",
        "DATA, 451 4.3.0 not now",
        "DATA, 250 what",
        "., 451 4.3.0 not now",
        "., 421 4.3.2 not now",
    })
    void otherRefusalsMayPass(String command, String answer) {
        MailFailure failure =
                failure(command.equals("EHLO") ? Map.of("EHLO", answer, "HELO", answer) : Map.of(command, answer));

        assertThat(failure.permanent()).isFalse();
        assertThat(failure.getMessage()).isNotBlank();
    }

    @Test
    void greetingThatRefusesIsTold() {
        assertThat(failure(Map.of(GREETING, "554 5.3.2 nobody home")))
                .hasMessageContaining("554 5.3.2 nobody home")
                .matches(failure -> !failure.permanent());
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA", END_OF_MAIL})
    void serverThatHangsUpMayTakeTheMailLater(String command) {
        MailFailure failure =
                failure(command.equals("EHLO") ? Map.of("EHLO", HANG_UP, "HELO", HANG_UP) : Map.of(command, HANG_UP));

        assertThat(failure.permanent()).isFalse();
        assertThat(failure.getMessage()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA", END_OF_MAIL})
    void serverThatSaysNothingIsGivenUp(String command) {
        long begin = System.nanoTime();

        MailFailure failure = failure(Map.of(command, SILENCE));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(SHORT.step(), Duration.ofSeconds(4));
        assertThat(failure.permanent()).isFalse();
        assertThat(failure).hasMessageContaining("SocketTimeoutException");
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "RCPT", END_OF_MAIL})
    void serverThatKeepsSayingALittleIsGivenUp(String command) {
        Patience patience = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(1));
        try (ScriptedSmtp smtp = smtp(Map.of(command, DRIP))) {
            MailFailure failure = catchThrowableOfType(
                    MailFailure.class, () -> mailer(smtp, patience).send(MAIL));

            assertThat(failure).hasMessage("The mail server took too long.");
            assertThat(failure.permanent()).isFalse();
            awaitGone(smtp);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HANG_UP, SILENCE, "500 what"})
    void mailThatWasTakenIsTakenWhateverFollows(String goodbye) {
        try (ScriptedSmtp smtp = smtp(Map.of("QUIT", goodbye))) {
            mailer(smtp, SHORT).send(MAIL);

            assertThat(smtp.heard()).contains("DATA", "QUIT");
        }
    }

    @Test
    void whatTheServerQuotesIsNotRepeated() {
        for (String command : new String[] {"MAIL", "RCPT", "DATA", END_OF_MAIL}) {
            assertThat(Throwables.getStackTrace(failure(Map.of(command, "554 5.7.1 You said " + SECRET))))
                    .doesNotContain("s3cret");
        }
        assertThat(Throwables.getStackTrace(failure(Map.of("AUTH", "535 You said p4ssword"))))
                .doesNotContain("p4ssword");
    }

    @Test
    void waitEndsWhenMusterIsStopped() throws InterruptedException {
        try (ScriptedSmtp smtp = smtp(Map.of("MAIL", SILENCE))) {
            MailFailure[] failure = new MailFailure[1];
            boolean[] stillInterrupted = new boolean[1];
            Thread sender = Thread.ofVirtual().start(() -> {
                failure[0] = catchThrowableOfType(
                        MailFailure.class, () -> mailer(smtp, Patience.DEFAULT).send(MAIL));
                stillInterrupted[0] = Thread.currentThread().isInterrupted();
            });
            while (!smtp.heard().contains("MAIL")) {
                Thread.sleep(10);
            }

            sender.interrupt();
            sender.join();

            assertThat(failure[0].permanent()).isFalse();
            assertThat(stillInterrupted[0]).isTrue();
        }
    }

    private static void awaitGone(ScriptedSmtp smtp) {
        long begin = System.nanoTime();
        while (!smtp.heard().contains("gone")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            Thread.onSpinWait();
        }
    }

    private static MailFailure failure(Map<String, String> deviations) {
        try (ScriptedSmtp smtp = smtp(deviations)) {
            MailFailure failure = catchThrowableOfType(
                    MailFailure.class, () -> mailer(smtp, SHORT).send(MAIL));
            assertThat(failure).as("failure").isNotNull();
            return failure;
        }
    }

    private static ScriptedSmtp smtp(Map<String, String> deviations) {
        return new ScriptedSmtp(deviations, (SSLSocketFactory) SSLSocketFactory.getDefault(), false);
    }

    private static SmtpMailer mailer(ScriptedSmtp smtp, Patience patience) {
        String url = "smtp://ann:p4ssword@127.0.0.1:" + smtp.port() + "?from=noreply@example.org";
        return new SmtpMailer(SmtpServer.of(url), patience, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
