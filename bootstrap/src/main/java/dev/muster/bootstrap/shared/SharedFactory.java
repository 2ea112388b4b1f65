package dev.muster.bootstrap.shared;

import dev.muster.application.shared.Stamps;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.domain.session.SessionPolicy;
import dev.muster.domain.session.TokenPolicy;
import dev.muster.domain.shared.Ids;
import dev.muster.domain.user.HashingPolicy;
import dev.muster.domain.user.PasswordPolicy;
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
    TokenPolicy tokenPolicy(Settings settings) {
        return new TokenPolicy(settings.http().baseUrl(), AUDIENCE, AUDIENCE);
    }

    @Singleton
    PasswordPolicy passwordPolicy(Settings settings) {
        return settings.passwords();
    }

    @Singleton
    HashingPolicy hashingPolicy(Settings settings) {
        return settings.hashing();
    }
}
