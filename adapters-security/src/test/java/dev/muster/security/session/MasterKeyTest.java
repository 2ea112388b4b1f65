package dev.muster.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MasterKeyTest {

    @Test
    void keyIsTheSameAfterItWasWrittenDown() {
        MasterKey key = MasterKey.random();

        assertThat(MasterKey.parse("  " + key.text() + "\n").secret()).isEqualTo(key.secret());
        assertThat(Base64.getDecoder().decode(key.text())).hasSize(32);
        assertThat(MasterKey.random().text()).isNotEqualTo(key.text());
    }

    @ParameterizedTest
    @CsvSource({
        "'', has 0 bytes",
        "secret, has 4 bytes",
        "c2hvcnQ=, has 5 bytes",
        "not base64 !!, is not base64",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, has 35 bytes"
    })
    void whatIsNot32BytesIsRefusedWithoutBeingRepeated(String text, String why) {
        assertThatThrownBy(() -> MasterKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("it " + why + ", and a master key is 32 random bytes in base64 (openssl rand -base64 32)");
    }

    @Test
    void keyIsNotPrinted() {
        MasterKey key = MasterKey.random();

        assertThat(key).asString().isEqualTo("MasterKey[***]").doesNotContain(key.text());
    }

    @Test
    void keysOfOtherPurposesFollowFromItAndDiffer() {
        MasterKey key = MasterKey.random();
        byte[] derived = key.derive("one", "HmacSHA256", 32).getEncoded();

        assertThat(key.derive("one", "HmacSHA256", 32).getEncoded())
                .isEqualTo(derived)
                .hasSize(32);
        assertThat(key.derive("two", "HmacSHA256", 32).getEncoded()).isNotEqualTo(derived);
        assertThat(key.secret().getEncoded()).isNotEqualTo(derived);
    }
}
