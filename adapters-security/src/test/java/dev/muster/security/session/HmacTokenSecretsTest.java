package dev.muster.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.TokenSecrets;
import dev.muster.testkit.session.TokenSecretsContract;
import org.junit.jupiter.api.Test;

final class HmacTokenSecretsTest implements TokenSecretsContract {

    private final MasterKey master = MasterKey.random();
    private final TokenSecrets secrets = new HmacTokenSecrets(master);

    @Override
    public TokenSecrets secrets() {
        return secrets;
    }

    @Override
    public TokenSecrets secretsOfAnotherNode() {
        return new HmacTokenSecrets(MasterKey.parse(master.text()));
    }

    @Override
    public TokenSecrets secretsOfAStranger() {
        return new HmacTokenSecrets(MasterKey.random());
    }

    /** Secrets in the mails and cookies of a running installation must not change with a new version. */
    @Test
    void secretOfASeedIsWhatItWasInEarlierVersions() {
        MasterKey written = MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

        assertThat(new HmacTokenSecrets(written).derive("verify:1"))
                .isEqualTo("SAI44Bf8bnDG_pav3HIpmUIwqIdutw_XbbOusHOdDZs");
    }
}
