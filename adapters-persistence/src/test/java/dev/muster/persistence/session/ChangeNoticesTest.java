package dev.muster.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.persistence.shared.Stores;
import dev.muster.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ChangeNoticesTest {

    private static final Duration LONG = ChangeNotices.BEAT.multipliedBy(4);

    private final TestDatabase database = Stores.shared().database();
    private final Connection ear = database.connect();
    private final Connection voice = database.connect();
    private final Connection other = database.connect();

    ChangeNoticesTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        ear.close();
        voice.close();
        other.close();
    }

    @Test
    void beatsAreNotTold() throws SQLException {
        ChangeNotices notices = ChangeNotices.listen(ear, voice);

        assertThat(toldAmongBeatsOfOthers(notices)).isEmpty();
    }

    @Test
    void beatsOfOthersDoNotHideThatItsOwnAreMissing() throws SQLException {
        ChangeNotices notices = ChangeNotices.listen(ear, voice);
        // What it says is never committed from now on.
        voice.setAutoCommit(false);

        assertThatExceptionOfType(ChangeNotices.Deaf.class).isThrownBy(() -> toldAmongBeatsOfOthers(notices));
    }

    @Test
    void earThatWasToldToListenNoMoreIsNoticed() throws SQLException {
        ChangeNotices notices = ChangeNotices.listen(ear, voice);
        try (Statement statement = ear.createStatement()) {
            statement.execute("unlisten muster_changes");
        }

        assertThatExceptionOfType(ChangeNotices.Deaf.class).isThrownBy(() -> toldAmongBeatsOfOthers(notices));
    }

    /** What is told in a time in which another listener beats again and again. */
    private List<String> toldAmongBeatsOfOthers(ChangeNotices notices) throws SQLException {
        List<String> told = new ArrayList<>();
        long start = System.nanoTime();
        try (Statement statement = other.createStatement()) {
            while (System.nanoTime() - start < LONG.toNanos()) {
                statement.execute("select pg_notify('muster_changes', 'beat:" + UUID.randomUUID() + "')");
                told.addAll(notices.next());
            }
        }
        return told;
    }
}
