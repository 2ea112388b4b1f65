package dev.muster.testkit.session;

import dev.muster.domain.session.AccessTokens;

final class HmacAccessTokensTest implements AccessTokensContract, RotatedKeysContract {

    @Override
    public AccessTokens newNode() {
        return new HmacAccessTokens("master key");
    }

    @Override
    public AccessTokens newStranger() {
        return new HmacAccessTokens("another master key");
    }
}
