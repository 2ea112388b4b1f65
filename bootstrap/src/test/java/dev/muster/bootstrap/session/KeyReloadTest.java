package dev.muster.bootstrap.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.application.session.PrepareSigningKeys;
import dev.muster.application.shared.Stamps;
import dev.muster.domain.session.AccessTokens;
import dev.muster.domain.session.SigningKey;
import dev.muster.domain.shared.Actor;
import dev.muster.testkit.InMemoryMuster;
import dev.muster.testkit.session.HmacAccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class KeyReloadTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final InMemoryMuster memory = new InMemoryMuster();
    private final AccessTokens node = new HmacAccessTokens("master key");
    private final PrepareSigningKeys keys =
            new PrepareSigningKeys(memory.unitOfWork, memory.signingKeys, node, new Stamps(memory.ids, memory.clock));

    @Test
    void keysAreLoadedWhenAskedFor() {
        try (var reload = new KeyReload(keys, NEVER)) {
            reload.run();
            awaitKey("");

            SigningKey stored = storedKey("master key");
            reload.run();
            awaitKey(stored.id());
        }
    }

    @Test
    void keysAreLoadedNowAndThenWithoutBeingAskedFor() {
        try (var reload = new KeyReload(keys, Duration.ofMillis(10))) {
            awaitKey(storedKey("master key").id());
            awaitKey(storedKey("master key").id());
        }
    }

    @Test
    void loadThatFailsIsFollowedByOthers() {
        keys.prepare();
        String before = node.jwks();
        SigningKey stranger = storedKey("another master key");
        try (var reload = new KeyReload(keys, Duration.ofMillis(10))) {
            reload.run();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            assertThat(node.jwks()).isEqualTo(before);

            memory.unitOfWork.write(Actor.SYSTEM, () -> {
                memory.signingKeys.retire(stranger.id(), memory.clock.instant());
                return true;
            });
            memory.clock.advance(Duration.ofSeconds(1));
            awaitKey(storedKey("master key").id());
        }
    }

    @Test
    void nothingIsLoadedAfterClosing() {
        keys.prepare();
        var reload = new KeyReload(keys, NEVER);
        reload.close();
        SigningKey late = storedKey("master key");

        reload.run();

        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        assertThat(node.jwks()).doesNotContain(late.id());
    }

    private SigningKey storedKey(String masterKey) {
        memory.clock.advance(Duration.ofSeconds(1));
        SigningKey key = new HmacAccessTokens(masterKey).generateKey(memory.clock.instant());
        return memory.unitOfWork.write(Actor.SYSTEM, () -> {
            memory.signingKeys.insert(key);
            return key;
        });
    }

    /** Until the node publishes the key of this id. */
    private void awaitKey(String id) {
        Instant patience = Instant.now().plusSeconds(20);
        while (!node.jwks().contains("\"kid\":\"" + id)) {
            assertThat(Instant.now()).as("no key of id %s is published", id).isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
