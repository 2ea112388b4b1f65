package dev.muster.security.session;

import dev.muster.domain.session.AccessTokens;
import dev.muster.testkit.session.AccessTokensContract;
import dev.muster.testkit.session.RotatedKeysContract;

final class JwtAccessTokensContractTest implements AccessTokensContract, RotatedKeysContract {

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
