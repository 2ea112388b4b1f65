package dev.muster.messaging.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.domain.mail.Mail;
import dev.muster.domain.user.EmailAddress;
import dev.muster.testkit.mail.MailerContract;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An SMTP server on a free port, which refuses one recipient. */
final class PostOffice implements AutoCloseable {

    static final String LOGIN = "ann:p%40ss%20word@";

    private final ServerSetup setup;
    private final GreenMail server;

    private static final class Server extends GreenMail {
        Server(ServerSetup setup) {
            super(setup);
            managers = new StrictManagers();
        }
    }

    private static final class StrictManagers extends Managers {
        private final SmtpManager strict = new SmtpManager(getImapHostManager(), getUserManager()) {
            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                return recipient.getEmail().equals(MailerContract.REFUSED.value()) ? "550 5.1.1 No such mailbox" : null;
            }
        };

        @Override
        public SmtpManager getSmtpManager() {
            return strict;
        }
    }

    private PostOffice(String protocol, boolean loginNeeded) {
        setup = new ServerSetup(0, "127.0.0.1", protocol);
        server = new Server(setup);
        if (loginNeeded) {
            server.withConfiguration(GreenMailConfiguration.aConfig().withUser("ann", "ann", "p@ss word"));
        } else {
            server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        }
        server.start();
    }

    static PostOffice open() {
        return new PostOffice(ServerSetup.PROTOCOL_SMTP, false);
    }

    static PostOffice withLogin() {
        return new PostOffice(ServerSetup.PROTOCOL_SMTP, true);
    }

    /** Shows the certificate that the system properties of the server library name. */
    static PostOffice withTls() {
        return new PostOffice(ServerSetup.PROTOCOL_SMTPS, false);
    }

    int port() {
        boolean tls = setup.getProtocol().equals(ServerSetup.PROTOCOL_SMTPS);
        return (tls ? server.getSmtps() : server.getSmtp()).getPort();
    }

    List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    List<Mail> arrivedAt(EmailAddress to) {
        return messages().stream()
                .map(PostOffice::mail)
                .filter(mail -> mail.to().equals(to))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** As the templates wrote it. */
    static Mail mail(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Mail(
                    UUID.fromString(message.getMessageID().replaceAll("<(.*)@example\\.org>", "$1")),
                    new EmailAddress(to(message)),
                    message.getSubject(),
                    text(parts, 0),
                    text(parts, 1),
                    message.getSentDate().toInstant());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String to(MimeMessage message) throws MessagingException {
        return Arrays.stream(message.getRecipients(Message.RecipientType.TO))
                .map(address -> ((InternetAddress) address).getAddress())
                .reduce((one, other) -> {
                    throw new IllegalStateException("more than one recipient");
                })
                .orElseThrow();
    }

    private static String text(Multipart parts, int index) throws MessagingException, IOException {
        return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }
}
