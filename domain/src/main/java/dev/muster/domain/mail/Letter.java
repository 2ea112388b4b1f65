package dev.muster.domain.mail;

import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it waits in the outbox. Holds no secret: the one of its link is made when it is written out.
 *
 * @param id a UUIDv7; the same in every attempt to send it
 * @param to where it goes
 * @param user the account it is about, with which it goes; null if there is none
 * @param token the {@link dev.muster.domain.mail.MailedToken} of its link, or null
 * @param details what the text tells besides, such as name, ip or until; a handful of short values
 */
public record Letter(
        UUID id,
        LetterKind kind,
        EmailAddress to,
        @Nullable UserId user,
        @Nullable UUID token,
        Map<String, String> details,
        Instant createdAt) {
    public Letter {
        details = Map.copyOf(details);
    }

    @Override
    public String toString() {
        return "Letter[" + kind + " " + id + "]";
    }
}
