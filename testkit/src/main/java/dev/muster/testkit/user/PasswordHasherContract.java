package dev.muster.testkit.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.testkit.shared.Race;
import org.junit.jupiter.api.Test;

/**
 * What a {@link PasswordHasher} promises. A test class of the adapter implements this interface and gives two, of
 * different parameters; both have to let 16 callers wait. That one too many is refused depends on how many an adapter
 * lets wait, and is left to the adapter's own test.
 */
public interface PasswordHasherContract {

    /** What is tested. */
    PasswordHasher hasher();

    /** The same adapter with other parameters in force. */
    PasswordHasher hasherWithOtherParameters();

    @Test
    default void hashedPasswordIsVerified() {
        PasswordHash hash = hasher().hash(new Password("correct horse battery"));

        assertThat(hasher().verify(new Password("correct horse battery"), hash)).isTrue();
    }

    @Test
    default void anotherPasswordIsNotVerified() {
        PasswordHash hash = hasher().hash(new Password("correct horse battery"));

        for (String other : new String[] {
            "Correct horse battery", "correct horse battery ", " correct horse battery", "correct horse batter", "x"
        }) {
            assertThat(hasher().verify(new Password(other), hash)).as(other).isFalse();
        }
    }

    @Test
    default void everyCharacterOfALongPasswordCounts() {
        String start = "🚀a".repeat(60);
        PasswordHash hash = hasher().hash(new Password(start + "1"));

        assertThat(hasher().verify(new Password(start + "1"), hash)).isTrue();
        assertThat(hasher().verify(new Password(start + "2"), hash)).isFalse();
        assertThat(hasher().verify(new Password(start), hash)).isFalse();
    }

    @Test
    default void whatComesAfterANulCountsToo() {
        PasswordHash hash = hasher().hash(new Password("before\0after"));

        assertThat(hasher().verify(new Password("before\0after"), hash)).isTrue();
        assertThat(hasher().verify(new Password("before\0other"), hash)).isFalse();
        assertThat(hasher().verify(new Password("before"), hash)).isFalse();
    }

    @Test
    default void sameCharactersTypedInAnotherWayAreVerified() {
        PasswordHash hash = hasher().hash(new Password("gef\u00fchl und verstand"));

        assertThat(hasher().verify(new Password("gefu\u0308hl und verstand"), hash))
                .isTrue();
        assertThat(hasher().verify(new Password("gefuhl und verstand"), hash)).isFalse();
    }

    @Test
    default void everyHashHasASaltOfItsOwn() {
        Password password = new Password("correct horse battery");

        assertThat(hasher().hash(password).value())
                .isNotEqualTo(hasher().hash(password).value());
    }

    @Test
    default void hashIsAPhcStringWithoutThePassword() {
        String hash = hasher().hash(new Password("correct horse battery")).value();

        assertThat(hash).matches("\\$[a-z0-9-]{1,32}\\$[!-~]+").doesNotContain("correct", "horse");
    }

    @Test
    default void hashOfNoKnownFormIsNotVerified() {
        Password password = new Password("correct horse battery");
        String hash = hasher().hash(password).value();

        for (String other : new String[] {
            "",
            "$",
            "correct horse battery",
            "$unknown$v=1$c2FsdA$aGFzaA",
            "$argon2id$",
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA",
            "$argon2id$v=19$m=x,t=2,p=1$c2FsdA$aGFzaA",
            hash.substring(0, hash.length() - 4),
            hash.substring(0, hash.lastIndexOf('$')),
            hash.substring(1),
            hash + "A",
            hash + "$"
        }) {
            assertThat(hasher().verify(password, new PasswordHash(other)))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    default void nobodysHashIsVerifiedWithoutAWord() {
        assertThatCode(() -> hasher().verifyNobody(new Password("correct horse battery")))
                .doesNotThrowAnyException();
    }

    @Test
    default void hashOfTheParametersInForceIsLeftAlone() {
        assertThat(hasher().needsRehash(hasher().hash(new Password("correct horse battery"))))
                .isFalse();
    }

    @Test
    default void hashOfOtherParametersIsVerifiedAndMadeAnew() {
        Password password = new Password("correct horse battery");
        PasswordHash hash = hasherWithOtherParameters().hash(password);

        assertThat(hasher().verify(password, hash)).isTrue();
        assertThat(hasher().verify(new Password("another password"), hash)).isFalse();
        assertThat(hasher().needsRehash(hash)).isTrue();
    }

    @Test
    default void hashOfNoKnownFormIsMadeAnew() {
        assertThat(hasher().needsRehash(new PasswordHash("$unknown$v=1$c2FsdA$aGFzaA")))
                .isTrue();
    }

    @Test
    default void hashOfItsOwnIsAcceptedFromElsewhere() {
        assertThat(hasher().accepts(hasher().hash(new Password("correct horse battery"))))
                .isTrue();
    }

    @Test
    default void hashThatCouldNotBeVerifiedIsNotAccepted() {
        String hash = hasher().hash(new Password("correct horse battery")).value();

        for (String other : new String[] {
            "",
            "correct horse battery",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            "$unknown$v=1$c2FsdA$aGFzaA",
            "$2b$12$",
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA",
            hash.substring(1),
            hash + "$",
            hash + "\n"
        }) {
            assertThat(hasher().accepts(new PasswordHash(other))).as(other).isFalse();
        }
    }

    @Test
    default void manyThreadsHashAndVerifyAtOnce() {
        var verified = Race.of(thread -> {
            PasswordHash hash = hasher().hash(new Password("password number " + thread));
            return hasher().verify(new Password("password number " + thread), hash)
                    && !hasher().verify(new Password("password number " + (thread + 1)), hash);
        });

        assertThat(Race.values(verified)).containsOnly(true);
    }
}
