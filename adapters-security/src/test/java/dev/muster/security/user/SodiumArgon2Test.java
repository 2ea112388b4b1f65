package dev.muster.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SodiumArgon2Test {

    private static final byte[] PASSWORD = "pässwörd".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux64/libsodium.so",
        "Linux, aarch64, arm64/libsodium.so",
        "Mac OS X, x86_64, mac/libsodium.dylib",
        "Mac OS X, aarch64, mac_arm/libsodium.dylib",
        "Windows Server 2025, amd64, windows64/libsodium.dll"
    })
    void commonPlatformsHaveABinary(String osName, String osArch, String binary) {
        assertThat(SodiumLibrary.binary(osName, osArch)).isEqualTo(binary);
        assertThat(getClass().getResource("/" + binary)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 1000, 19456})
    void tagIsThatOfTheOtherEngine(int memoryKib) {
        Argon2Cost cost = new Argon2Cost(memoryKib, 2, 1);
        Argon2 sodium = SodiumArgon2.ofThisPlatform().orElseGet(BouncyCastleArgon2::new);

        assertThat(sodium.supports(cost, SALT.length, 32)).isTrue();
        assertThat(sodium.derive(PASSWORD, SALT, cost, 32))
                .isEqualTo(new BouncyCastleArgon2().derive(PASSWORD, SALT, cost, 32));
    }

    @Test
    void whatItsInterfaceDoesNotKnowIsLeftToTheOtherEngine() {
        SodiumArgon2.ofThisPlatform().ifPresent(sodium -> {
            assertThat(sodium.supports(new Argon2Cost(19456, 2, 2), 16, 32)).isFalse();
            assertThat(sodium.supports(new Argon2Cost(19456, 2, 1), 8, 32)).isFalse();
            assertThat(sodium.supports(new Argon2Cost(19456, 2, 1), 16, 15)).isFalse();
            assertThat(sodium.supports(new Argon2Cost(7, 2, 1), 16, 32)).isFalse();
        });
    }

    @Test
    void whatItRefusesIsAFault() {
        SodiumArgon2.ofThisPlatform()
                .ifPresent(sodium -> assertThatThrownBy(
                                () -> sodium.derive(PASSWORD, SALT, new Argon2Cost(19456, 0, 1), 32))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("19456 KiB"));
    }

    @Test
    void platformWithoutABinaryHasNone() {
        assertThat(SodiumLibrary.binary("Plan 9", "sparc")).isNull();
        assertThat(SodiumArgon2.load(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere/libsodium.so", "foreign/libsodium.so"})
    void binaryThatIsMissingOrOfAnotherPlatformIsDoneWithout(String binary) {
        assertThat(SodiumArgon2.load(binary)).isEmpty();
    }
}
