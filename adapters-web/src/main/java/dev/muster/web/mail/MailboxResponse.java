package dev.muster.web.mail;

import dev.muster.domain.mail.Mail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What was mailed.
 *
 * @param data newest first, at most 50
 */
@Schema(name = "Mailbox")
public record MailboxResponse(List<MailResponse> data) {

    public MailboxResponse {
        data = List.copyOf(data);
    }

    static MailboxResponse from(List<Mail> mails) {
        return new MailboxResponse(mails.stream().map(MailResponse::from).toList());
    }

    /**
     * One mail.
     *
     * @param to the address
     * @param subject one line
     * @param text for clients that show plain text
     * @param html the same for the others
     * @param createdAt when what it tells of was done
     */
    @Schema(name = "Mail")
    public record MailResponse(
            @Schema(example = "ann@example.org") String to,
            String subject,
            String text,
            String html,
            Instant createdAt) {

        static MailResponse from(Mail mail) {
            return new MailResponse(mail.to().value(), mail.subject(), mail.text(), mail.html(), mail.createdAt());
        }
    }
}
