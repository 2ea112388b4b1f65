package dev.muster.security.session;

import dev.muster.domain.session.AccessTokens;
import dev.muster.testkit.session.AccessTokensContract;

final class JwtAccessTokensContractTest implements AccessTokensContract {

    private final MasterKey master = MasterKey.random();

    @Override
    public AccessTokens newNode() {
        return new JwtAccessTokens(TokenForge.POLICY, master);
    }

    @Override
    public AccessTokens newStranger() {
        return new JwtAccessTokens(TokenForge.POLICY, MasterKey.random());
    }
}
