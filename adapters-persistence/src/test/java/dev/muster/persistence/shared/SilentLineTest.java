package dev.muster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.session.ChangeFeed;
import dev.muster.testkit.session.ChangeFeedContract;
import dev.muster.testkit.session.HeardChanges;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The change feed on a line that falls silent, as when a cable is pulled: neither end is told. */
final class SilentLineTest {

    @Test
    void silenceIsNoticedInTimeAndTheLineReplaced() throws IOException {
        Stores stores = Stores.shared();
        try (Wire wire = new Wire(stores.database().jdbcUrl());
                ApplicationContext context =
                        Stores.context(stores.database(), wire.jdbcUrl(), 1, Duration.ofSeconds(30));
                ChangeFeed feed = context.getBean(ChangeFeed.class)) {
            HeardChanges heard = new HeardChanges();
            feed.follow(heard);
            heard.await(HeardChanges.FOUND);

            wire.fallSilent();
            assertThat(heard.await(HeardChanges.LOST, 2)).isLessThan(ChangeFeedContract.IN_TIME);

            wire.speakAgain();
            heard.await(HeardChanges.FOUND, 2);
        }
    }

    @Test
    void closingNeverWaitsForASilentServer() throws IOException {
        Stores stores = Stores.shared();
        try (Wire wire = new Wire(stores.database().jdbcUrl());
                ApplicationContext context =
                        Stores.context(stores.database(), wire.jdbcUrl(), 1, Duration.ofSeconds(30))) {
            HeardChanges heard = new HeardChanges();
            ChangeFeed feed = context.getBean(ChangeFeed.class);
            wire.fallSilent();
            feed.follow(heard);
            long start = System.nanoTime();
            feed.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(heard.all()).containsExactly(HeardChanges.LOST);
        }
    }
}
