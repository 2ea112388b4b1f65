package dev.muster.testkit.operations;

import dev.muster.domain.operations.ExpiredTokens;
import dev.muster.testkit.mail.InMemoryMailedTokens;
import dev.muster.testkit.session.InMemorySessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What is over, in memory: all of it at a time. */
public final class InMemoryExpiredTokens implements ExpiredTokens {

    private static final Duration KEPT = Duration.ofDays(30);

    private final InMemorySessions sessions;
    private final InMemoryMailedTokens mailedTokens;
    private final InstantSource clock;

    public InMemoryExpiredTokens(InMemorySessions sessions, InMemoryMailedTokens mailedTokens, InstantSource clock) {
        this.sessions = sessions;
        this.mailedTokens = mailedTokens;
        this.clock = clock;
    }

    @Override
    public long remove() {
        Instant before = clock.instant().minus(KEPT);
        return (long) sessions.removeEnded(before) + mailedTokens.removeExpired(before);
    }
}
