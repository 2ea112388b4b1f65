package dev.muster.messaging.mail;

import static dev.muster.messaging.mail.ScriptedSmtp.LOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.messaging.mail.SmtpMailer.Patience;
import dev.muster.testkit.mail.MailerContract;
import dev.muster.testkit.tls.Certificate;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class SmtpEncryptionTest {

    private static final Mail MAIL = MailerContract.mail(MailerContract.ANN, "A subject", "The text.");
    private static final Map<String, String> OFFER =
            Map.of("EHLO", "250-mail.example.org\r\n250-STARTTLS\r\n250 AUTH PLAIN");

    /** Properties of the server library: whose certificate its servers show. */
    private static final String KEY_STORE = "greenmail.tls.keystore.file";

    private static final String KEY_STORE_PASSWORD = "greenmail.tls.keystore.password";

    private static SSLSocketFactory ofTheCertificate;
    private static SSLSocketFactory ofThisMachine;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Certificate certificate = Certificate.in(folder);
        ofTheCertificate = certificate.sockets();
        ofThisMachine = (SSLSocketFactory) SSLSocketFactory.getDefault();
        System.setProperty(KEY_STORE, certificate.file().toString());
        System.setProperty(KEY_STORE_PASSWORD, Certificate.PASSWORD);
    }

    @AfterAll
    static void forgetCertificate() {
        System.clearProperty(KEY_STORE);
        System.clearProperty(KEY_STORE_PASSWORD);
    }

    @Test
    void mailGoesOverTls() {
        try (PostOffice office = PostOffice.withTls()) {
            mailer("smtps://localhost", office.port(), "", ofTheCertificate).send(MAIL);

            assertThat(office.arrivedAt(MAIL.to())).containsExactly(MAIL);
        }
    }

    @Test
    void certificateOfNobodyIsRefused() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), ofTheCertificate, true)) {
            assertThatExceptionOfType(MailFailure.class)
                    .isThrownBy(() -> mailer("smtps://ann:s3cret@localhost", smtp.port(), "", ofThisMachine)
                            .send(MAIL))
                    .withMessageContaining("SSLHandshakeException")
                    .matches(failure -> !failure.permanent());
            assertThat(smtp.heard()).noneMatch(command -> command.startsWith(LOCK));
        }
    }

    @Test
    void certificateOfAnotherNameIsRefused() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), ofTheCertificate, true)) {
            assertThatExceptionOfType(MailFailure.class)
                    .isThrownBy(() -> mailer("smtps://ann:s3cret@127.0.0.1", smtp.port(), "", ofTheCertificate)
                            .send(MAIL))
                    .withMessageContaining("SSLHandshakeException");
            assertThat(smtp.heard()).noneMatch(command -> command.startsWith(LOCK));
        }
    }

    @Test
    void passwordAndMailFollowStarttls() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(OFFER, ofTheCertificate, false)) {
            mailer("smtp://ann:s3cret@localhost", smtp.port(), "&starttls=required", ofTheCertificate)
                    .send(MAIL);

            assertThat(smtp.heard()).startsWith("EHLO", "STARTTLS", LOCK + "EHLO", LOCK + "AUTH", LOCK + "MAIL");
        }
    }

    @Test
    void starttlsIsUsedWhereItIsOffered() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(OFFER, ofTheCertificate, false)) {
            mailer("smtp://localhost", smtp.port(), "&starttls=optional", ofTheCertificate)
                    .send(MAIL);

            assertThat(smtp.heard()).startsWith("EHLO", "STARTTLS", LOCK + "EHLO", LOCK + "MAIL");
        }
    }

    @Test
    void serverWithoutStarttlsIsToldNothing() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(Map.of(), ofTheCertificate, false)) {
            assertThatExceptionOfType(MailFailure.class)
                    .isThrownBy(() -> mailer(
                                    "smtp://ann:s3cret@localhost", smtp.port(), "&starttls=required", ofTheCertificate)
                            .send(MAIL))
                    .withMessageContaining("STARTTLS")
                    .matches(failure -> !failure.permanent());
            assertThat(smtp.heard()).containsExactly("EHLO");
        }
    }

    @Test
    void certificateOfNobodyEndsStarttls() {
        try (ScriptedSmtp smtp = new ScriptedSmtp(OFFER, ofTheCertificate, false)) {
            assertThatExceptionOfType(MailFailure.class)
                    .isThrownBy(() -> mailer(
                                    "smtp://ann:s3cret@localhost", smtp.port(), "&starttls=optional", ofThisMachine)
                            .send(MAIL))
                    .withMessageContaining("SSLHandshakeException");
            assertThat(smtp.heard()).doesNotContain("AUTH", "MAIL", LOCK + "AUTH", LOCK + "MAIL");
        }
    }

    private static SmtpMailer mailer(String address, int port, String options, SSLSocketFactory sockets) {
        String url = address + ":" + port + "?from=noreply@example.org" + options;
        return new SmtpMailer(SmtpServer.of(url), Patience.DEFAULT, sockets);
    }
}
