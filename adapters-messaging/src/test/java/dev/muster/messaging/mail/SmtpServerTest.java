package dev.muster.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.domain.mail.Mailer;
import dev.muster.domain.user.EmailAddress;
import dev.muster.messaging.mail.SmtpServer.Encryption;
import dev.muster.messaging.mail.SmtpServer.Login;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpServerTest {

    @Test
    void urlSaysEverything() {
        assertThat(SmtpServer.of(
                        "smtps://ann%40example.org:p%3Aa+%C3%A4:%2F@mail.example.org:1465/?from=no+reply@example.org"))
                .isEqualTo(new SmtpServer(
                        "mail.example.org",
                        1465,
                        Optional.of(new Login("ann@example.org", "p:a+\u00e4:/")),
                        new EmailAddress("no+reply@example.org"),
                        Encryption.IMPLICIT));
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example.org, '', IMPLICIT, 465",
        "smtps://localhost, '', IMPLICIT, 465",
        "smtp://mail.example.org, '', REQUIRED, 587",
        "smtp://ann:s3cret@mail.example.org, '', REQUIRED, 587",
        "smtp://ann:s3cret@mail.example.org, &starttls=required, REQUIRED, 587",
        "smtp://mail.example.org:25, &starttls=optional, OFFERED, 25",
        "smtp://localhost:25, '', NONE, 25",
        "smtp://ann:s3cret@LOCALHOST, '', NONE, 587",
        "smtp://ann:s3cret@127.0.0.2, '', NONE, 587",
        "smtp://ann:s3cret@[::1]:2525, '', NONE, 2525",
        "smtp://ann:s3cret@localhost, &starttls=optional, OFFERED, 587",
        "smtp://localhost, &starttls=required, REQUIRED, 587",
        "smtp://[2001:db8::1], '', REQUIRED, 587",
    })
    void schemeAndHostDecideOnEncryption(String address, String options, Encryption encryption, int port) {
        SmtpServer server = SmtpServer.of(address + "?from=noreply@example.org" + options);

        assertThat(server.encryption()).isEqualTo(encryption);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.host()).doesNotContain("[", "]", "@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "mail.example.org:465",
                "//mail.example.org?from=noreply@example.org",
                "http://mail.example.org?from=noreply@example.org",
                "smtps:noreply@example.org",
                "smtps://?from=noreply@example.org",
                "smtps://ann:s3cret@mail.example.org",
                "smtps://ann:s3cret@mail.example.org?",
                "smtps://ann:s3cret@mail.example.org?from=",
                "smtps://ann:s3cret@mail.example.org?from=s3cret",
                "smtps://ann:s3cret@mail.example.org?from=noreply@example.org%0D%0AX:1",
                "smtps://ann:s3cret@mail.example.org?from=noreply@example.org&from=noreply@example.org",
                "smtps://ann:s3cret@mail.example.org?from=noreply@example.org&s3cret=1",
                "smtps://ann:s3cret@mail.example.org?from=noreply@example.org&starttls",
                "smtps://ann:s3cret@mail.example.org?from=noreply@example.org&starttls=required",
                "smtp://ann:s3cret@mail.example.org?from=noreply@example.org&starttls=no",
                "smtp://ann:s3cret@mail.example.org?from=noreply@example.org&starttls=optional",
                "smtp://ann:s3cret@localhost.example.org?from=noreply@example.org&starttls=optional",
                "smtps://ann:s3cret@mail.example.org/s3cret?from=noreply@example.org",
                "smtps://ann:s3cret@mail.example.org?from=noreply@example.org#s3cret",
                "smtps://ann:s3cret@mail.example.org:0?from=noreply@example.org",
                "smtps://ann:s3cret@mail.example.org:65536?from=noreply@example.org",
                "smtps://ann:s3cret word@mail.example.org?from=noreply@example.org",
                "smtps://ann:s3cret@word@mail.example.org?from=noreply@example.org",
                "smtps://ann@mail.example.org?from=noreply@example.org",
                "smtps://:s3cret@mail.example.org?from=noreply@example.org",
                "smtps://ann:@mail.example.org?from=noreply@example.org",
            })
    void urlOfAnotherFormIsRefusedWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.of(url))
                .withMessageStartingWith("must ")
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("s3cret"));
    }

    @Test
    void passwordTravelsToNoOtherMachineInClear() {
        for (Encryption encryption : new Encryption[] {Encryption.NONE, Encryption.OFFERED}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SmtpServer(
                            "192.0.2.7",
                            25,
                            Optional.of(new Login("ann", "s3cret")),
                            new EmailAddress("noreply@example.org"),
                            encryption));
        }
    }

    @Test
    void passwordIsNeverShown() {
        assertThat(SmtpServer.of("smtps://ann:s3cret@mail.example.org?from=noreply@example.org"))
                .asString()
                .contains("ann", "mail.example.org")
                .doesNotContain("s3cret");
    }

    @Test
    void mailerIsThereWhereAServerIsSet() {
        try (ApplicationContext context = ApplicationContext.builder()
                .singletons(SmtpServer.of("smtps://mail.example.org?from=noreply@example.org"))
                .start()) {
            assertThat(context.getBean(Mailer.class)).isInstanceOf(SmtpMailer.class);
        }
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.findBean(Mailer.class)).isEmpty();
        }
    }
}
