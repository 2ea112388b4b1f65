package dev.muster.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeySealTest {

    private static final String SECRET = "{\"d\":\"secret\"}";

    private final KeySeal seal = new KeySeal(MasterKey.random());

    @Test
    void secretComesBackForItsName() throws GeneralSecurityException {
        String sealed = seal.seal("name", SECRET);

        assertThat(seal.unseal("name", sealed)).isEqualTo(SECRET);
        assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void sameSecretIsNeverSealedAlike() {
        assertThat(seal.seal("name", SECRET)).isNotEqualTo(seal.seal("name", SECRET));
    }

    @Test
    void secretStaysSealedForAnotherNameOrMasterKey() {
        String sealed = seal.seal("name", SECRET);

        assertThatThrownBy(() -> seal.unseal("another", sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new KeySeal(MasterKey.random()).unseal("name", sealed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] sealed = Base64.getDecoder().decode(seal.seal("name", SECRET));

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(changed);
            assertThatThrownBy(() -> seal.unseal("name", text)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAA", "no base64!"})
    void whatIsNothingSealedIsRefused(String sealed) {
        assertThatThrownBy(() -> seal.unseal("name", sealed)).isInstanceOf(GeneralSecurityException.class);
    }
}
