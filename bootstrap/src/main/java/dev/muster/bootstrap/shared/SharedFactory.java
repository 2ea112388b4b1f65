package dev.muster.bootstrap.shared;

import dev.muster.application.limit.Limits;
import dev.muster.application.shared.Stamps;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.limit.RateLimiter;
import dev.muster.domain.session.ReauthenticationPolicy;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenPolicy;
import dev.muster.domain.shared.Ids;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.PasswordPolicy;
import dev.muster.web.shared.TrustedProxies;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

@Factory
final class SharedFactory {

    private static final String AUDIENCE = "muster";

    /** The framework brings a clock of its own. */
    @Primary
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    Stamps stamps(Ids ids, InstantSource clock) {
        return new Stamps(ids, clock);
    }

    @Singleton
    SessionPolicy sessionPolicy(Settings settings) {
        return settings.sessions();
    }

    @Singleton
    ReauthenticationPolicy reauthenticationPolicy(Settings settings) {
        return settings.reauthentication();
    }

    @Singleton
    TokenPolicy tokenPolicy(Settings settings) {
        return new TokenPolicy(
                settings.http().baseUrl(), AUDIENCE, AUDIENCE, settings.keys().algorithm());
    }

    @Singleton
    PasswordPolicy passwordPolicy(Settings settings) {
        return settings.passwords();
    }

    @Singleton
    HashingPolicy hashingPolicy(Settings settings) {
        return settings.hashing();
    }

    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return settings.traffic().proxies();
    }

    @Singleton
    Limits limits(RateLimiter limiter, Settings settings) {
        return new Limits(limiter, settings.traffic().limits());
    }
}
