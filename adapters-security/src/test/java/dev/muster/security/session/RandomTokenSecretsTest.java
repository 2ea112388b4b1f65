package dev.muster.security.session;

import dev.muster.domain.session.TokenSecrets;
import dev.muster.testkit.session.TokenSecretsContract;

final class RandomTokenSecretsTest implements TokenSecretsContract {

    private final TokenSecrets secrets = new RandomTokenSecrets();

    @Override
    public TokenSecrets secrets() {
        return secrets;
    }
}
