package dev.muster.domain.mail;

import dev.muster.domain.user.EmailAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter written out. May hold the secret of a link, so it is never printed and never stored.
 *
 * @param id of the letter
 * @param subject one line
 * @param text for clients that show plain text
 * @param html the same for the others
 */
public record Mail(UUID id, EmailAddress to, String subject, String text, String html, Instant createdAt) {
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
