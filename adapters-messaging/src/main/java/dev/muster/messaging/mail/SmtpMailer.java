package dev.muster.messaging.mail;

import dev.muster.domain.mail.Mail;
import dev.muster.domain.mail.MailFailure;
import dev.muster.domain.mail.Mailer;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mail over by SMTP, each over a connection of its own. Where no server is set there is no such bean. */
@Singleton
@Requires(beans = SmtpServer.class)
final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    private final SmtpServer server;
    private final Patience patience;
    private final Session session;

    /**
     * How long the server is waited for.
     *
     * @param step for a connection, an answer, a write
     * @param whole for all of it: a server that keeps saying a little would hold us for ever
     */
    record Patience(Duration step, Duration whole) {
        static final Patience DEFAULT = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    @Inject
    SmtpMailer(SmtpServer server) {
        this(server, Patience.DEFAULT, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param sockets which certificates are trusted */
    SmtpMailer(SmtpServer server, Patience patience, SSLSocketFactory sockets) {
        this.server = server;
        this.patience = patience;
        this.session = Session.getInstance(SmtpProperties.of(server, patience.step(), sockets));
    }

    @Override
    public void send(Mail mail) {
        FutureTask<Optional<MailFailure>> attempt = new FutureTask<>(() -> tryToSend(mail));
        // Interrupting a virtual thread closes the socket that it waits for, which nothing else would do.
        Thread.ofVirtual().name("smtp").start(attempt);
        try {
            Optional<MailFailure> failure = attempt.get(patience.whole().toMillis(), TimeUnit.MILLISECONDS);
            if (failure.isPresent()) {
                LOG.warn(
                        "The letter {} did not go: {}", mail.id(), failure.get().getMessage());
                throw failure.get();
            }
        } catch (TimeoutException e) {
            throw new MailFailure("The mail server took too long.", false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailFailure("Muster stopped waiting for the mail server.", false, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Sending mail went wrong.", e);
        } finally {
            attempt.cancel(true);
        }
    }

    private Optional<MailFailure> tryToSend(Mail mail) {
        try {
            MimeMail message = new MimeMail(session, server, mail);
            Transport transport = session.getTransport();
            try {
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                close(transport);
            }
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(SmtpFailure.of(e));
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (server.login().isPresent()) {
            SmtpServer.Login login = server.login().get();
            transport.connect(login.user(), login.password());
        } else {
            transport.connect();
        }
    }

    /** What happened to the mail is known by now; that the goodbye failed changes nothing. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug(
                    "The mail server did not wait for the goodbye ({}).",
                    e.getClass().getName());
        }
    }
}
