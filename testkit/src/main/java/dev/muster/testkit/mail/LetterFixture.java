package dev.muster.testkit.mail;

import dev.muster.domain.mail.Letter;
import dev.muster.domain.mail.LetterKind;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Sample letters. */
public final class LetterFixture {

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());
    private static final EmailAddress SOMEONE = new EmailAddress("someone@example.org");

    private LetterFixture() {}

    /** An id that no letter has. */
    public static UUID nextId() {
        return IDS.next();
    }

    /** A letter of which everything is known that can be. */
    public static Letter everythingKnown(UserId user) {
        Map<String, String> details = Map.of("name", "Zoë 🚀 \"李\" \\ {}\n", "ip", "2001:db8::7", "empty", "");
        return new Letter(
                nextId(),
                LetterKind.VERIFY_EMAIL,
                new EmailAddress("Ann.Example+tag@Example.ORG"),
                user,
                nextId(),
                details,
                TestClock.START);
    }

    /** A letter that was written at {@link TestClock#START}. */
    public static Letter letter() {
        return letter(TestClock.START);
    }

    /** A letter that was written, and so is due, at a time. */
    public static Letter letter(Instant at) {
        return new Letter(nextId(), LetterKind.PASSWORD_CHANGED, SOMEONE, null, null, Map.of(), at);
    }

    public static Letter letter(LetterKind kind) {
        return letter(kind, SOMEONE);
    }

    public static Letter letter(LetterKind kind, EmailAddress to) {
        return new Letter(nextId(), kind, to, null, null, Map.of(), TestClock.START);
    }
}
