package dev.muster.messaging.mail;

import dev.muster.domain.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A mail as it travels (RFC 5322, RFC 2046 section 5.1.4). However often it is sent, it has the same Message-ID. */
final class MimeMail extends MimeMessage {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final String messageId;

    MimeMail(Session session, SmtpServer server, Mail mail) throws MessagingException {
        super(session);
        messageId = "<" + mail.id() + "@" + server.domain() + ">";
        setFrom(new InternetAddress(server.from().value()));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
        // A line break would let what follows be a header.
        setSubject(Shown.line(mail.subject()), CHARSET);
        setSentDate(Date.from(mail.createdAt()));
        // So that no absence note comes back (RFC 3834, section 5).
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        return part;
    }
}
