package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server on this machine, which can be away for a while. */
final class PostOffice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile(
            "^" + Pattern.quote(MusterRunning.BASE_URL) + "/(\\S+)\\?token=(\\S{43})$", Pattern.MULTILINE);

    private final int port;
    private GreenMail server;

    private PostOffice() {
        server = started(0);
        port = server.getSmtp().getPort();
    }

    static PostOffice open() {
        return new PostOffice();
    }

    private static GreenMail started(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return server;
    }

    /** As MUSTER_SMTP_URL takes it. */
    String url() {
        return "smtp://127.0.0.1:" + port + "?from=noreply@example.org";
    }

    /** Takes no connections any more, and forgets what arrived. */
    void goAway() {
        server.stop();
    }

    void comeBack() {
        server = started(port);
    }

    /** The text of the newest letter to an address with words in its subject, as soon as there is one. */
    String awaitText(String to, String subject) {
        long begin = System.nanoTime();
        Optional<String> text = text(to, subject);
        while (text.isEmpty()) {
            assertThat(System.nanoTime() - begin).as(subject + " to " + to).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            text = text(to, subject);
        }
        return text.get();
    }

    /** What the link to a page carries in the newest letter to an address. */
    String awaitToken(String to, String subject, String page) {
        Matcher link = LINK.matcher(awaitText(to, subject));
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo(page);
        return link.group(2);
    }

    private Optional<String> text(String to, String subject) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isMeant(message, to, subject))
                .reduce((older, newer) -> newer)
                .map(PostOffice::plainText);
    }

    private static boolean isMeant(MimeMessage message, String to, String subject) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString().equals(to)
                    && message.getSubject().contains(subject);
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String plainText(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n");
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
