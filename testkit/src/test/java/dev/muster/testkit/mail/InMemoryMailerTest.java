package dev.muster.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.domain.mail.Mailer;
import dev.muster.domain.user.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InMemoryMailerTest implements MailerContract {

    private final InMemoryMailer mailer = new InMemoryMailer();

    @BeforeEach
    void begin() {
        mailer.refuse(REFUSED);
    }

    @Override
    public Mailer mailer() {
        return mailer;
    }

    @Override
    public Mailer mailerOfAServerThatIsAway() {
        InMemoryMailer away = new InMemoryMailer();
        away.goAway();
        return away;
    }

    @Override
    public List<Mail> arrivedAt(EmailAddress to) {
        return mailer.sentTo(to);
    }

    @Test
    void mailGoesAgainWhenTheServerIsBack() {
        Mail mail = MailerContract.mail(ANN, "Later", "Now.");
        mailer.goAway();
        assertThatExceptionOfType(MailFailure.class).isThrownBy(() -> mailer.send(mail));
        mailer.comeBack();

        mailer.send(mail);

        assertThat(mailer.sent()).containsExactly(mail);
    }
}
