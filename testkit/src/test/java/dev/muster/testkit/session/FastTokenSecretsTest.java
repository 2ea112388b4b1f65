package dev.muster.testkit.session;

import dev.muster.domain.session.TokenSecrets;

final class FastTokenSecretsTest implements TokenSecretsContract {

    @Override
    public TokenSecrets secrets() {
        return new FastTokenSecrets();
    }

    @Override
    public TokenSecrets secretsOfAnotherNode() {
        return new FastTokenSecrets();
    }

    @Override
    public TokenSecrets secretsOfAStranger() {
        return new FastTokenSecrets("another master key");
    }
}
