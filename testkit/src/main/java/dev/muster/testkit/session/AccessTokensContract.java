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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link AccessTokens} promise. A test class of the adapter implements this interface and makes adapters: nodes of
 * one installation, which share a master key, and one of an installation with another master key. The form of a JWT, its
 * header and its claims are left to the adapter's own test.
 */
public interface AccessTokensContract {

    /** When samples are issued. */
    Instant NOW = TestClock.START.truncatedTo(ChronoUnit.SECONDS);

    /** What is tested: another node at every call, without keys yet. */
    AccessTokens newNode();

    /** A node of another installation, without keys yet: the master key is another, all else the same. */
    AccessTokens newStranger();

    @Test
    default void signedTokenIsVerified() {
        AccessTokens tokens = ready(newNode());
        AccessToken token = token(Role.USER, Role.ADMIN);

        assertThat(tokens.verify(tokens.sign(token), NOW)).contains(token);
    }

    @Test
    default void tokenWithoutRolesIsVerified() {
        AccessTokens tokens = ready(newNode());
        AccessToken token = token();

        assertThat(tokens.verify(tokens.sign(token), NOW)).contains(token);
    }

    @Test
    default void tokenIsValidUntilItExpires() {
        AccessTokens tokens = ready(newNode());
        AccessToken token = token(Role.USER);
        String signed = tokens.sign(token);

        assertThat(tokens.verify(signed, token.expiresAt().minusSeconds(1))).contains(token);
        assertThat(tokens.verify(signed, token.expiresAt())).isEmpty();
        assertThat(tokens.verify(signed, token.expiresAt().plusSeconds(3600))).isEmpty();
        assertThat(tokens.verify(signed, NOW)).contains(token);
    }

    @Test
    default void tokenFromTheFutureIsRefusedUntilItsTime() {
        AccessTokens tokens = ready(newNode());
        AccessToken token = token(Role.USER);
        String signed = tokens.sign(token);

        assertThat(tokens.verify(signed, NOW.minusSeconds(60))).contains(token);
        assertThat(tokens.verify(signed, NOW.minusSeconds(61))).isEmpty();
        assertThat(tokens.verify(signed, NOW.minusSeconds(86_400))).isEmpty();
    }

    @Test
    default void refreshTokenIsNoAccessToken() {
        assertThat(ready(newNode()).verify(new FastTokenSecrets().next(), NOW)).isEmpty();
    }

    @Test
    default void everyAlteredTokenIsRefused() {
        AccessTokens tokens = ready(newNode());
        String signed = tokens.sign(token(Role.USER));

        // The last character of a segment may hold bits that decode to nothing, so it is left out.
        for (int i = 0; i < signed.length() - 1; i++) {
            if (signed.charAt(i) != '.' && signed.charAt(i + 1) != '.') {
                String altered = signed.substring(0, i) + other(signed.charAt(i)) + signed.substring(i + 1);
                assertThat(tokens.verify(altered, NOW)).as(altered).isEmpty();
            }
        }
    }

    @Test
    default void partsOfATokenAreRefused() {
        AccessTokens tokens = ready(newNode());
        String signed = tokens.sign(token(Role.USER));
        String unsigned = signed.substring(0, signed.lastIndexOf('.'));

        for (String part :
                List.of(unsigned, unsigned + ".", signed + ".", "." + signed, signed + signed, signed + " ")) {
            assertThat(tokens.verify(part, NOW)).as(part).isEmpty();
        }
    }

    @Test
    default void tokenWithoutASignatureIsRefused() {
        AccessTokens tokens = ready(newNode());
        String signed = tokens.sign(token(Role.ADMIN));
        String payload = signed.split("\\.", -1)[1];

        for (String algorithm : List.of("none", "None", "NONE", "")) {
            String header = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\"}");
            assertThat(tokens.verify(header + "." + payload + ".", NOW)).isEmpty();
            assertThat(tokens.verify(header + "." + payload + "." + signed.substring(signed.lastIndexOf('.') + 1), NOW))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "...",
                "....",
                "a",
                "a.b.c",
                "e30.e30.e30",
                "null.null.null",
                "ÄÖÜ.🚀.\u0000",
                "eyJhbGciOiJFZERTQSJ9.e30.AA",
                "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.W10.AA",
                "Bearer eyJhbGciOiJFZERTQSJ9.e30.AA"
            })
    default void garbageIsRefused(String garbage) {
        assertThat(ready(newNode()).verify(garbage, NOW)).isEmpty();
    }

    @Test
    default void longGarbageIsRefused() {
        AccessTokens tokens = ready(newNode());

        assertThat(tokens.verify("a".repeat(100_000), NOW)).isEmpty();
        assertThat(tokens.verify(".".repeat(100_000), NOW)).isEmpty();
        assertThat(tokens.verify(base64("{".repeat(50_000)) + ".e30.AA", NOW)).isEmpty();
    }

    @Test
    default void tokenOfAnotherNodeIsVerifiedWithTheSameKeys() {
        AccessTokens one = newNode();
        AccessTokens other = newNode();
        SigningKey key = one.generateKey(NOW);
        one.use(List.of(key));
        other.use(List.of(key));
        AccessToken token = token(Role.USER);

        assertThat(other.verify(one.sign(token), NOW)).contains(token);
        assertThat(one.verify(other.sign(token), NOW)).contains(token);
    }

    @Test
    default void tokenOfAnotherInstallationIsRefused() {
        String signed = ready(newStranger()).sign(token(Role.ADMIN));

        assertThat(ready(newNode()).verify(signed, NOW)).isEmpty();
    }

    @Test
    default void generatedKeyIsNotInUse() {
        AccessTokens tokens = newNode();
        SigningKey used = tokens.generateKey(NOW);
        SigningKey spare = tokens.generateKey(NOW);
        tokens.use(List.of(used));

        assertThat(used.id()).isNotEqualTo(spare.id());
        assertThat(tokens.jwks()).contains(used.id()).doesNotContain(spare.id());
    }

    @Test
    default void generatedKeySignsFromNowOn() {
        SigningKey key = newNode().generateKey(NOW);

        assertThat(key.notBefore()).isEqualTo(NOW);
        assertThat(key.retireAt()).isNull();
    }

    @Test
    default void privatePartIsShownNowhere() {
        AccessTokens tokens = newNode();
        SigningKey key = tokens.generateKey(NOW);
        tokens.use(List.of(key));

        // "d" is the private part of every asymmetric JWK, "k" of a symmetric one (RFC 7518, section 6; RFC 8037).
        assertThat(List.of(key.publicJwk(), tokens.jwks()))
                .allSatisfy(json ->
                        assertThat(json.replace(" ", "")).doesNotContain("\"d\":", "\"k\":", key.sealedPrivate()));
        assertThat(key.toString()).doesNotContain(key.sealedPrivate());
    }

    @Test
    default void keySealedUnderAnotherMasterKeyIsNotUsed() {
        SigningKey foreign = newStranger().generateKey(NOW);
        AccessTokens tokens = newNode();

        assertThatIllegalStateException()
                .isThrownBy(() -> tokens.use(List.of(foreign)))
                .withMessageContaining("MUSTER_");
    }

    @Test
    default void manyThreadsSignAndVerifyAtOnce() {
        AccessTokens tokens = ready(newNode());

        assertThat(Race.values(Race.of(thread -> {
                    AccessToken token = token(Role.USER);
                    return tokens.verify(tokens.sign(token), NOW)
                            .filter(token::equals)
                            .isPresent();
                })))
                .containsOnly(true);
    }

    private static AccessTokens ready(AccessTokens tokens) {
        tokens.use(List.of(tokens.generateKey(NOW)));
        return tokens;
    }

    private static AccessToken token(Role... roles) {
        return new AccessToken(
                SessionFixture.nextId().value(),
                UserFixture.nextId(),
                SessionFixture.nextId(),
                Set.of(roles),
                NOW,
                NOW.plusSeconds(600));
    }

    private static char other(char c) {
        return c == 'A' ? 'B' : 'A';
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
