package dev.muster.testkit.mail;

import dev.muster.domain.mail.MailedToken;
import dev.muster.domain.session.TokenHash;
import dev.muster.domain.user.EmailAddress;
import dev.muster.domain.user.UserId;
import dev.muster.testkit.shared.MonotonicIds;
import dev.muster.testkit.shared.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sample tokens of mails. */
public final class MailedTokenFixture {

    /** How long samples live. */
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final MonotonicIds IDS = new MonotonicIds(InstantSource.system());

    private MailedTokenFixture() {}

    /** A token that was made at {@link TestClock#START}. */
    public static MailedToken token(UserId user, MailedToken.Purpose purpose) {
        return token(user, purpose, TestClock.START);
    }

    /** A token that was made at a time. */
    public static MailedToken token(UserId user, MailedToken.Purpose purpose, Instant at) {
        var email = new EmailAddress("Ann.Example+tag@Example.ORG");
        return new MailedToken(IDS.next(), user, purpose, email, at, at.plus(LIFETIME));
    }

    /** The hash of a token's secret, which in tests is its seed. */
    public static TokenHash hash(MailedToken token) {
        return TokenHash.of(token.purpose().seed(token.id()));
    }
}
