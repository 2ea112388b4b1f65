package dev.muster.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.domain.mail.Mailer;
import dev.muster.domain.user.EmailAddress;
import dev.muster.testkit.mail.MailerContract;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SmtpMailerTest implements MailerContract {

    private static PostOffice office;
    private static PostOffice officeWithLogin;

    @BeforeAll
    static void start() {
        office = PostOffice.open();
        officeWithLogin = PostOffice.withLogin();
    }

    @AfterAll
    static void stop() {
        office.close();
        officeWithLogin.close();
    }

    @Override
    public Mailer mailer() {
        return mailer("", office.port());
    }

    @Override
    public Mailer mailerOfAServerThatIsAway() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return mailer("", free.getLocalPort());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public List<Mail> arrivedAt(EmailAddress to) {
        return office.arrivedAt(to);
    }

    @Test
    void plainTextComesBeforeHtml() throws Exception {
        MimeMessage message = sent("Parts");

        assertThat(message.getContentType()).startsWith("multipart/alternative");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    }

    @Test
    void headersSayWhoWhenAndThatAMachineWrites() throws Exception {
        MimeMessage message = sent("Headers");

        assertThat(message.getHeader("From")).containsExactly("noreply@example.org");
        assertThat(message.getHeader("Return-Path")).containsExactly("<noreply@example.org>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(message.getSentDate()).isEqualTo(Date.from(Instant.parse("2026-03-02T09:30:00Z")));
    }

    @Test
    void subjectAddsNoHeader() throws Exception {
        MimeMessage message = sent("Hello\r\nBcc: eve@example.org\r\n\r\nBuy now");

        assertThat(message.getSubject()).isEqualTo("Hello Bcc: eve@example.org Buy now");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(arrivedAt(new EmailAddress("eve@example.org"))).isEmpty();
    }

    @Test
    void userAndPasswordAreGivenToAServerThatAsks() {
        EmailAddress to = new EmailAddress("login@example.org");
        Mail mail = MailerContract.mail(to, "Login", "With a password.");

        mailer(PostOffice.LOGIN, officeWithLogin.port()).send(mail);

        assertThat(officeWithLogin.arrivedAt(to)).containsExactly(mail);
    }

    @Test
    void wrongPasswordIsNotTheFaultOfTheMail() {
        Mail mail = MailerContract.mail(new EmailAddress("wrong@example.org"), "Login", "With another password.");

        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(
                        () -> mailer("ann:wr0ng-one@", officeWithLogin.port()).send(mail))
                .withMessage("The mail server does not accept user and password.")
                .satisfies(failure -> assertThat(failure.permanent()).isFalse())
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("wr0ng-one"));
    }

    @Test
    void refusalNamesItsCodesOnly() {
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(() -> mailer().send(MailerContract.mail(REFUSED, "Refused", "Refused.")))
                .withMessage("The mail server does not take the recipient: 550 5.1.1.");
    }

    private MimeMessage sent(String subject) throws Exception {
        EmailAddress to = new EmailAddress("u" + UUID.randomUUID() + "@example.org");
        mailer().send(MailerContract.mail(to, subject, "Some text."));
        for (MimeMessage message : office.messages()) {
            if (message.getHeader("To")[0].equals(to.value())) {
                return message;
            }
        }
        throw new AssertionError("nothing arrived");
    }

    private static SmtpMailer mailer(String login, int port) {
        return new SmtpMailer(SmtpServer.of("smtp://" + login + "127.0.0.1:" + port + "?from=noreply@example.org"));
    }
}
