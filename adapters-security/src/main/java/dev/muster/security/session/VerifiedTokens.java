package dev.muster.security.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.muster.domain.session.AccessToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Access tokens whose signature has been verified, or was made here: checking one again takes half a microsecond. Tokens
 * that fail are not remembered, so a flood of them can't push out good ones. The tokens themselves, with which anyone could
 * act, are not kept, only their SHA-256.
 */
final class VerifiedTokens {

    /** About 10 MB when full. */
    private static final int MAX_TOKENS = 20_000;

    /** No access token lives longer. */
    private static final Duration LIFE = Duration.ofHours(1);

    private final Cache<Digest, Verified> tokens =
            Caffeine.newBuilder().maximumSize(MAX_TOKENS).expireAfterWrite(LIFE).build();

    /** What a remembered token says; empty for others, and from the end of its time on. */
    Optional<AccessToken> find(String token, Instant now) {
        Verified verified = tokens.getIfPresent(Digest.of(token));
        return verified != null && now.isBefore(verified.acceptedUntil())
                ? Optional.of(verified.token())
                : Optional.empty();
    }

    void remember(String token, AccessToken says, Instant acceptedUntil) {
        tokens.put(Digest.of(token), new Verified(says, acceptedUntil));
    }

    private record Verified(AccessToken token, Instant acceptedUntil) {}

    private record Digest(long a, long b, long c, long d) {

        static Digest of(String token) {
            try {
                byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
                ByteBuffer sha =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(utf8));
                return new Digest(sha.getLong(), sha.getLong(), sha.getLong(), sha.getLong());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }
}
