package dev.muster.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.domain.session.ChangeFeed;
import dev.muster.testkit.session.ChangeFeedContract;
import dev.muster.testkit.session.HeardChanges;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The change feed where LISTEN is answered and no notice arrives, as behind a pooler in transaction mode. */
final class DeafLineTest {

    private final Wire wire = new Wire(Stores.shared().database().jdbcUrl());
    private final HeardChanges heard = new HeardChanges();

    DeafLineTest() throws IOException {}

    @AfterEach
    void cut() {
        wire.close();
    }

    @Test
    void nothingIsFoundUntilNoticesArriveAndTheLogSaysOnceWhatToDo() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.muster.persistence.session.JdbcChangeFeed");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        wire.withholdNotices();
        try (ApplicationContext context = context("");
                ChangeFeed feed = context.getBean(ChangeFeed.class)) {
            feed.follow(heard);
            heard.await(HeardChanges.LOST, 4);
            assertThat(heard.all()).containsOnly(HeardChanges.LOST);

            wire.passNotices();
            heard.await(HeardChanges.FOUND);
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("let the database URL lead to the server directly");
    }

    @Test
    void deafnessIsNoticedInTimeWhileTheServerAnswers() {
        try (ApplicationContext context = context("");
                ChangeFeed feed = context.getBean(ChangeFeed.class)) {
            feed.follow(heard);
            heard.await(HeardChanges.FOUND);

            wire.withholdNotices();
            assertThat(heard.await(HeardChanges.LOST, 2)).isLessThan(ChangeFeedContract.IN_TIME);

            wire.passNotices();
            heard.await(HeardChanges.FOUND, 2);
        }
    }

    @Test
    void serverIsAskedSeldom() {
        try (ApplicationContext context = context("");
                ChangeFeed feed = context.getBean(ChangeFeed.class)) {
            feed.follow(heard);
            heard.await(HeardChanges.FOUND);

            assertThat(wire.roundTripsOf(() -> pause(Duration.ofSeconds(2)))).isBetween(1, 8);
        }
    }

    @Test
    void listeningIsNoIdlenessThatTheServerEnds() {
        try (ApplicationContext context = context("&options=-c%20idle_session_timeout=1000");
                ChangeFeed feed = context.getBean(ChangeFeed.class)) {
            feed.follow(heard);
            heard.await(HeardChanges.FOUND);
            pause(Duration.ofMillis(2200));

            assertThat(heard.all()).containsExactly(HeardChanges.LOST, HeardChanges.FOUND);
        }
    }

    private ApplicationContext context(String parameters) {
        return Stores.context(Stores.shared().database(), wire.jdbcUrl() + parameters, 1, Duration.ofSeconds(30));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stranger) {
            throw new AssertionError(stranger);
        }
    }
}
