package dev.muster.persistence.export;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.domain.export.Export;
import dev.muster.domain.export.ExportFileName;
import dev.muster.domain.export.Exports;
import dev.muster.domain.project.Projects;
import dev.muster.domain.shared.UnitOfWork;
import dev.muster.domain.user.Users;
import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.export.ExportsContract;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class JdbcExportsTest implements ExportsContract {

    private static final Stores STORES = Stores.shared();

    @Override
    public UnitOfWork unitOfWork() {
        return STORES.unitOfWork();
    }

    @Override
    public Users users() {
        return STORES.users();
    }

    @Override
    public Exports exports() {
        return STORES.bean(Exports.class);
    }

    @Override
    public Projects projects() {
        return STORES.bean(Projects.class);
    }

    @Override
    public void removeAllExports() {
        execute("delete from muster.exports");
    }

    @Test
    void exportThatIsBeingTakenIsPassedOverWithoutWaiting() {
        Export first = storedQueued();
        Export second = storedQueued();
        Optional<Export> elsewhere = writeFor(() -> {
            assertThat(exports().take(NOW, NOW.plusSeconds(1))).map(Export::id).contains(first.id());
            return CompletableFuture.supplyAsync(() -> take(NOW))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(elsewhere).map(Export::id).contains(second.id());
    }

    @Test
    void exportsOfAnErasedPersonGoWithTheAccountAndTheirFilesAreKnownByTheirNames() {
        Export erased = storedSucceeded(NOW);
        Export other = storedQueued();
        execute("delete from muster.users where id = '" + erased.owner() + "'");

        assertThat(ExportFileName.parse(erased.fileName().value()))
                .map(ExportFileName::export)
                .contains(erased.id());
        assertThat(read(() -> exports().findAll(List.of(erased.id(), other.id()))))
                .containsExactly(other);
    }

    @Test
    void exportThatIsTakenUpAgainIsLoggedByItsId() {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcExports.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        try {
            Export cutOff = storedRunning();
            assertThat(log.list).as("of one that is begun").isEmpty();
            updated(take(NOW.plus(POLICY.lease())).orElseThrow().released(NOW.plus(POLICY.lease())));
            assertThat(take(NOW.plus(POLICY.lease()))).isPresent();

            assertThat(log.list)
                    .hasSize(2)
                    .allMatch(line -> line.getLevel() == Level.INFO)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsOnly("The export " + cutOff.id() + " is taken up again: it was begun at " + NOW
                            + " and not finished");
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }
    }

    private static void execute(String sql) {
        try {
            STORES.database().execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
