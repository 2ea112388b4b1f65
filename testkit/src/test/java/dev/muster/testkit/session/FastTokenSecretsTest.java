package dev.muster.testkit.session;

import dev.muster.domain.session.TokenSecrets;

final class FastTokenSecretsTest implements TokenSecretsContract {

    @Override
    public TokenSecrets secrets() {
        return new FastTokenSecrets();
    }
}
