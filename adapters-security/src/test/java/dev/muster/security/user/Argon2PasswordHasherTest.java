package dev.muster.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import dev.muster.testkit.user.PasswordHasherContract;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordHasherTest {

    private static final HashingPolicy POLICY = new HashingPolicy(19456, 2, 1, 2, 100);
    private static final Password PASSWORD = new Password("correct horse battery staple");

    private final PasswordHasher hasher = new Argon2PasswordHasher(POLICY);

    @Nested
    final class Native implements PasswordHasherContract {

        @Override
        public PasswordHasher hasher() {
            return hasher;
        }

        @Override
        public PasswordHasher hasherWithOtherParameters() {
            return new Argon2PasswordHasher(new HashingPolicy(20000, 3, 1, 2, 100));
        }
    }

    /** At a low cost, as the other engine is slow until the JVM has compiled it. */
    @Nested
    final class WithoutNativeCode implements PasswordHasherContract {

        private final PasswordHasher inJava = inJava(new Argon2Cost(1024, 2, 1));

        @Override
        public PasswordHasher hasher() {
            return inJava;
        }

        @Override
        public PasswordHasher hasherWithOtherParameters() {
            return inJava(new Argon2Cost(1024, 2, 2));
        }

        @Test
        void eitherEngineVerifiesWhatTheOtherHashed() {
            assertThat(inJava.verify(PASSWORD, hasher.hash(PASSWORD))).isTrue();
            assertThat(hasher.verify(PASSWORD, inJava.hash(PASSWORD))).isTrue();
        }

        private static PasswordHasher inJava(Argon2Cost cost) {
            return new Argon2PasswordHasher(cost, new HashingGate(POLICY), Optional::empty);
        }
    }

    @Test
    void hashSaysItsParameters() {
        assertThat(hasher.hash(PASSWORD).value())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /** Made by the reference implementation's command: echo -n ... | argon2 salt -id -t T -k M -p P -l L -e */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=16384,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$fxzJo7NQF558Y80v81AcWPFRZnisLtlhNM8zwfPbfro",
                "$argon2id$v=19$m=4096,t=3,p=4$c2l4dGVlbiBieXRlcy4uLg$8bCxdtKrWta2qcf2HTzHuc3Q1CSQa2x3C32mjKi+tXE",
                "$argon2id$v=19$m=8,t=2,p=1$OCBieXRlcy4$yPh9Fpx0etjqjXGYziWqiA",
                "$argon2id$v=19$m=7168,t=5,p=1$c2l4dGVlbiBieXRlcy4uLg$"
                        + "xKwgNqdVeelixU+pR5vflpxiENSuf8/RVyo2M/K0uP9OA5QbGuItqKHE+iaY7waJwHdxtqZaDSfGN16SwLcUVg",
                "$argon2id$v=19$m=2048,t=1,p=2$YSBzYWx0IG9mIHR3ZW50eSBieXRlcy4$G3ocMGidZ65azXeX5xERxAd+cmcgX9A8D4RF6sGtZcc"
            })
    void hashesOfOtherProgramsAreVerifiedAndMadeAnew(String imported) {
        PasswordHash hash = new PasswordHash(imported);

        assertThat(hasher.verify(PASSWORD, hash)).isTrue();
        assertThat(hasher.verify(new Password("incorrect horse"), hash)).isFalse();
        assertThat(hasher.needsRehash(hash)).isTrue();
    }

    @Test
    void hashOfAnotherProgramUnderTheParametersInForceIsLeftAlone() {
        PasswordHash hash = new PasswordHash(
                "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$BsTeBF9oXqBWjSmh8yHosqs0GQZfgWz656XCjVxXhB8");

        assertThat(hasher.verify(PASSWORD, hash)).isTrue();
        assertThat(hasher.needsRehash(hash)).isFalse();
    }

    /** The first is a true hash of the password, but of Argon2i. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2i$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=16$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=131073,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=9999999999,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=17,p=1$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=0,p=1$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=2,p=0$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=2,p=17$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=15,t=2,p=2$c2l4dGVlbiBieXRlcy4uLg$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBie$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$/VhkyHxUFrGcw+npdDYD2z7BZp2ifbU9YCn5zg+HqB4",
                "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcy4uLg$c2hvcnQ",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"
            })
    void hashesBeyondTheBoundsAreNotVerified(String refused) {
        PasswordHash hash = new PasswordHash(refused);

        assertThat(hasher.verify(PASSWORD, hash)).isFalse();
        assertThat(hasher.needsRehash(hash)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "19456,  2, 1, true",
        "7168,   5, 1, true",
        "65536,  3, 4, true",
        "131072, 4, 1, true",
        "8192,   5, 1, true",
        "7167,  16, 1, false",
        "19456,  1, 1, false",
        "7168,   4, 1, false",
        "131072, 5, 1, false",
        "65536, 16, 1, false"
    })
    void hashOfElsewhereIsAcceptedIfItIsNeitherWeakNorRuinous(int memoryKib, int iterations, int lanes, boolean fits) {
        Argon2Cost cost = new Argon2Cost(memoryKib, iterations, lanes);

        assertThat(hasher.accepts(new Argon2Hash(cost, new byte[16], new byte[32]).toPasswordHash()))
                .isEqualTo(fits);
    }

    @Test
    void costThatCouldNotBeVerifiedAgainIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new Argon2PasswordHasher(new HashingPolicy(131_073, 2, 1, 2, 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("128 MiB");
    }

    @Test
    void hashWithAShorterSaltIsMadeAnew() {
        Argon2Cost inForce = new Argon2Cost(19456, 2, 1);

        assertThat(hasher.needsRehash(new Argon2Hash(inForce, new byte[16], new byte[32]).toPasswordHash()))
                .isFalse();
        assertThat(hasher.needsRehash(new Argon2Hash(inForce, new byte[8], new byte[32]).toPasswordHash()))
                .isTrue();
        assertThat(hasher.needsRehash(new Argon2Hash(inForce, new byte[16], new byte[16]).toPasswordHash()))
                .isTrue();
    }
}
