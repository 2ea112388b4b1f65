package dev.muster.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.Unavailable;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.Password;
import dev.muster.domain.user.PasswordHash;
import dev.muster.domain.user.PasswordHasher;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes made by libxcrypt, or by bcryptjs where it says so. */
@Execution(ExecutionMode.CONCURRENT)
final class BcryptHashTest {

    private static final Argon2Cost COST = new Argon2Cost(1024, 2, 1);
    private static final HashingPolicy POLICY = new HashingPolicy(19456, 2, 1, 2, 100);
    private static final String DIGITS = "0123456789".repeat(8);

    /** The same in C and in JavaScript, for 80 digits: what is beyond 72 bytes doesn't count. */
    private static final String OF_DIGITS = "$2b$12$R9h/cIPz0gi.URNNX3kh2OBr3VEInDDW.p5nBQ65mw1ynScvbhrC6";

    private static final String OF_DIGITS_IN_JAVASCRIPT =
            "$2b$12$/FFtnT315rbf1GeGdkLiOOirLEgbuUMC8W7F.4c6CNsj.k8e0lxn.";

    private final HashingGate gate = new HashingGate(POLICY);
    private final PasswordHasher hasher = new Argon2PasswordHasher(COST, gate, Optional::empty);

    /** The last but one is bcryptjs'. */
    @ParameterizedTest
    @CsvSource({
        "correct horse battery staple, $2a$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
        "correct horse battery staple, $2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
        "correct horse battery staple, $2y$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
        "correct horse battery staple, $2y$13$abcdefghijklmnopqrstuuRYtVfQ2Ymk/Enz9QZkdUVE4x4XHlr/m",
        "correct horse battery staple, $2b$12$aeYlJV1zE7Y1pSfJsaio9Ot8zfTL1yfpgD7iI1NYkB6hEOYaunube",
        "p\u00e4ssw\u00f6rd, $2b$12$R9h/cIPz0gi.URNNX3kh2O1.wj0LB10Rcv6Vg0dddbBVAwZglJ3IW"
    })
    void hashOfAnotherSystemIsVerifiedAndMadeAnew(String password, String imported) {
        PasswordHash hash = new PasswordHash(imported);

        assertThat(hasher.accepts(hash)).isTrue();
        assertThat(hasher.verify(new Password(password), hash)).isTrue();
        assertThat(hasher.verify(new Password(password + "!"), hash)).isFalse();
        assertThat(hasher.needsRehash(hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_DIGITS, OF_DIGITS_IN_JAVASCRIPT})
    void whatIsBeyond72BytesDoesNotCountAsItDidWhereTheHashWasMade(String imported) {
        PasswordHash hash = new PasswordHash(imported);

        assertThat(hasher.verify(new Password(DIGITS), hash)).isTrue();
        assertThat(hasher.verify(new Password(DIGITS.substring(0, 72)), hash)).isTrue();
        assertThat(hasher.verify(new Password(DIGITS.substring(0, 71)), hash)).isFalse();
        assertThat(hasher.verify(new Password(DIGITS.repeat(12)), hash)).isTrue();
    }

    /** Of another cost, letter, length or alphabet, or with bits set that mean nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$11$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2b$04$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2b$17$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2b$31$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2b$99$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2x$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.OO",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O\n",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1ur+B.O",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2Ptypn3bkM7zQS85euTJzcVyrV1urxB.O",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.P"
            })
    void hashesBeyondTheBoundsAreNeitherAcceptedNorVerified(String refused) {
        PasswordHash hash = new PasswordHash(refused);

        assertThat(hasher.accepts(hash)).isFalse();
        assertThat(hasher.verify(new Password("correct horse battery staple"), hash))
                .isFalse();
        assertThat(hasher.needsRehash(hash)).isTrue();
    }

    @Test
    void verifyingWaitsForItsTurnLikeAllHashing() {
        HashingGate full = new HashingGate(new HashingPolicy(19456, 2, 1, 1, 0));
        PasswordHasher busy = new Argon2PasswordHasher(COST, full, Optional::empty);

        assertThatThrownBy(() -> full.pass(1, () -> busy.verify(new Password("x"), new PasswordHash(OF_DIGITS))))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void hashIsNotPrinted() {
        assertThat(BcryptHash.parse(new PasswordHash(OF_DIGITS)).orElseThrow())
                .asString()
                .isEqualTo("BcryptHash[***]");
    }
}
