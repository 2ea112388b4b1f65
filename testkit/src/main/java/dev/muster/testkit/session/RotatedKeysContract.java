package dev.muster.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.domain.session.AccessToken;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.user.Role;
import dev.muster.testkit.shared.Race;
import dev.muster.testkit.shared.TestClock;
import dev.muster.testkit.user.UserFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link AccessTokens} promise while keys are exchanged; a test class implements it beside the other contract. */
public interface RotatedKeysContract {

    /** When the old key signs, and from when on the new one does. */
    Instant OLD = TestClock.START.truncatedTo(ChronoUnit.SECONDS);

    Instant NEW = OLD.plusSeconds(300);

    /** What is tested: another node of one installation at every call, without keys yet. */
    AccessTokens newNode();

    @Test
    default void keyOfTheFutureIsPublishedAtOnceAndSignsFromItsTimeOn() {
        AccessTokens tokens = newNode();
        SigningKey old = tokens.generateKey(OLD);
        SigningKey fresh = tokens.generateKey(NEW);
        tokens.use(List.of(old, fresh));
        AccessTokens oldOnly = node(old);
        AccessTokens freshOnly = node(fresh);

        assertThat(tokens.jwks().replace(" ", ""))
                .startsWith("{\"keys\":[")
                .endsWith("]}")
                .contains("\"kid\":\"" + old.id() + "\"", "\"kid\":\"" + fresh.id() + "\"");
        AccessToken before = token(NEW.minusSeconds(1));
        String signedBefore = tokens.sign(before);
        assertThat(oldOnly.verify(signedBefore, before.issuedAt())).contains(before);
        assertThat(freshOnly.verify(signedBefore, before.issuedAt())).isEmpty();
        AccessToken after = token(NEW);
        String signedAfter = tokens.sign(after);
        assertThat(oldOnly.verify(signedAfter, NEW)).isEmpty();
        assertThat(freshOnly.verify(signedAfter, NEW)).contains(after);
    }

    @Test
    default void tokenOfAKeyThatDoesNotSignYetIsVerified() {
        AccessTokens ahead = newNode();
        SigningKey old = ahead.generateKey(OLD);
        SigningKey fresh = ahead.generateKey(NEW);
        ahead.use(List.of(old, fresh));
        AccessToken token = token(NEW);

        assertThat(node(old, fresh).verify(ahead.sign(token), NEW.minusSeconds(30)))
                .contains(token);
    }

    @Test
    default void onlyKeySignsEvenWhereTheClockIsBehind() {
        AccessTokens tokens = newNode();
        tokens.use(List.of(tokens.generateKey(NEW)));
        AccessToken token = token(NEW.minusSeconds(5));

        assertThat(tokens.verify(tokens.sign(token), NEW)).contains(token);
    }

    @Test
    default void tokenIsRefusedFromTheEndOfItsKeyOn() {
        AccessTokens tokens = newNode();
        SigningKey old = tokens.generateKey(OLD);
        SigningKey fresh = tokens.generateKey(NEW);
        tokens.use(List.of(old));
        AccessToken token = token(OLD);
        String signed = tokens.sign(token);
        assertThat(tokens.verify(signed, OLD)).contains(token);

        Instant end = NEW.plusSeconds(60);
        tokens.use(List.of(fresh, old.retiringAt(end)));

        assertThat(tokens.verify(signed, end.minusMillis(1))).contains(token);
        assertThat(tokens.verify(signed, end)).isEmpty();
        assertThat(tokens.verify(signed, end.plusSeconds(1))).isEmpty();
    }

    @Test
    default void tokenIsRefusedOnceItsKeyIsNoLongerInUse() {
        AccessTokens tokens = newNode();
        SigningKey old = tokens.generateKey(OLD);
        SigningKey fresh = tokens.generateKey(NEW);
        tokens.use(List.of(old, fresh));
        AccessToken token = token(OLD);
        String signed = tokens.sign(token);

        tokens.use(List.of(fresh));

        assertThat(tokens.verify(signed, OLD)).isEmpty();
        assertThat(tokens.jwks()).contains(fresh.id()).doesNotContain(old.id());
    }

    @Test
    default void retiredKeySignsNothing() {
        AccessTokens tokens = newNode();
        tokens.use(List.of(tokens.generateKey(OLD).retiringAt(NEW)));

        assertThatIllegalStateException().isThrownBy(() -> tokens.sign(token(NEW)));
    }

    @Test
    default void withoutAKeyThereIsNothingToWorkWith() {
        AccessTokens tokens = newNode();
        tokens.use(List.of(tokens.generateKey(OLD)));
        AccessToken token = token(OLD);

        assertThatIllegalStateException().isThrownBy(() -> tokens.use(List.of()));
        assertThat(tokens.verify(tokens.sign(token), OLD)).contains(token);
    }

    /** One thread exchanges the keys all the time, as many others sign and verify. */
    @Test
    default void tokensAreVerifiedWhileKeysAreExchanged() {
        AccessTokens tokens = newNode();
        SigningKey old = tokens.generateKey(OLD);
        SigningKey fresh = tokens.generateKey(NEW);
        Instant end = NEW.plusSeconds(60);
        tokens.use(List.of(old));

        List<List<String>> signed = Race.values(Race.of(thread -> {
            if (thread == 0) {
                exchange(tokens, old, fresh, end);
                return List.of();
            }
            return IntStream.range(0, 100)
                    .mapToObj(round -> signedAndVerified(tokens, round % 2 == 0 ? OLD : NEW))
                    .toList();
        }));

        assertThat(signed.stream().flatMap(List::stream)).hasSize((Race.THREADS - 1) * 100);
        tokens.use(List.of(fresh, old.retiringAt(end)));
        AccessTokens freshOnly = node(fresh);
        assertThat(signed.stream().flatMap(List::stream)).allSatisfy(token -> {
            assertThat(tokens.verify(token, end.minusMillis(1))).isPresent();
            assertThat(tokens.verify(token, end).isPresent())
                    .isEqualTo(freshOnly.verify(token, end).isPresent());
        });
    }

    private static void exchange(AccessTokens tokens, SigningKey old, SigningKey fresh, Instant end) {
        for (int round = 0; round < 50; round++) {
            tokens.use(List.of(old, fresh));
            tokens.use(List.of(fresh, old.retiringAt(end)));
        }
    }

    private static String signedAndVerified(AccessTokens tokens, Instant now) {
        AccessToken token = token(now);
        String signed = tokens.sign(token);
        assertThat(tokens.verify(signed, now)).contains(token);
        return signed;
    }

    private AccessTokens node(SigningKey... keys) {
        AccessTokens node = newNode();
        node.use(List.of(keys));
        return node;
    }

    private static AccessToken token(Instant issuedAt) {
        return new AccessToken(
                SessionFixture.nextId().value(),
                UserFixture.nextId(),
                SessionFixture.nextId(),
                Set.of(Role.USER),
                issuedAt,
                issuedAt.plusSeconds(600));
    }
}
