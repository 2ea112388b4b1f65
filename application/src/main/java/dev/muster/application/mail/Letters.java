package dev.muster.application.mail;

import dev.muster.application.shared.Stamps;
import dev.muster.domain.audit.Origin;
import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.mail.Outbox;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.User;
import dev.muster.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts letters into the outbox: inside the unit of work of what they tell of, so that one is not kept without the other.
 *
 * @param origin tells where the request comes from that the calling thread works for; letters tell so too
 */
public record Letters(Outbox outbox, Stamps stamps, Supplier<Origin> origin) {

    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String UNTIL = "until";

    /** Tells a person something. */
    public void tell(User user, LetterKind kind) {
        tell(user, kind, Map.of());
    }

    /**
     * Tells a person something that strangers can bring about, unless they were told the same a moment ago: so nobody fills
     * another's mailbox.
     *
     * @param quiet for how long it is not told again
     */
    public void tellSeldom(User user, LetterKind kind, Duration quiet) {
        Letter letter = letter(kind, user.identity().email(), user.id(), null, details(user, Map.of()));
        outbox.insertUnlessWrittenSince(letter, letter.createdAt().minus(quiet));
    }

    /** Tells a person something that holds until a time. */
    public void tell(User user, LetterKind kind, Instant until) {
        tell(user, kind, Map.of(UNTIL, until.toString()));
    }

    /** Tells a person, at the present address, something about one to come. */
    public void tell(User user, LetterKind kind, EmailAddress next) {
        tell(user, kind, Map.of(EMAIL, next.value()));
    }

    /** Sends a person a link. */
    public void send(User user, MailedToken token) {
        Map<String, String> until = Map.of(UNTIL, token.expiresAt().toString());
        LetterKind kind = LetterKind.carrying(token.purpose());
        outbox.insert(letter(kind, token.email(), user.id(), token.id(), details(user, until)));
    }

    /** Notes that whoever has an address wants a letter; whether there is an account is looked up later. */
    public void want(LetterKind wish, EmailAddress address) {
        outbox.insert(letter(wish, address, null, null, Map.of()));
    }

    private void tell(User user, LetterKind kind, Map<String, String> what) {
        outbox.insert(letter(kind, user.identity().email(), user.id(), null, details(user, what)));
    }

    private Map<String, String> details(User user, Map<String, String> what) {
        Map<String, String> details = new HashMap<>(what);
        details.put(NAME, user.identity().name().value());
        Origin from = origin.get();
        if (from.ip() != null) {
            details.put("ip", from.ip());
        }
        if (from.userAgent() != null) {
            details.put("device", from.userAgent());
        }
        return details;
    }

    private Letter letter(
            LetterKind kind,
            EmailAddress to,
            @Nullable UserId user,
            @Nullable UUID token,
            Map<String, String> details) {
        return new Letter(stamps.nextId(), kind, to, user, token, details, stamps.now());
    }
}
