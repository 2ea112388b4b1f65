package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.shared.Race;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many changes of one thing at once: without If-Match all of them are made, one after the other. */
final class ChangesAtOnceJourneyTest {

    private static final int THREADS = 30;
    private static final MusterRunning MUSTER = MusterRunning.ofThisJvm();

    private Caller ann;

    @BeforeEach
    void signIn() {
        ann = Person.join(MUSTER.anonymous()).signedIn();
    }

    @Test
    void ofOneTaskAreAllMade() {
        assertAllMade("/v1/tasks/" + makeTask().text("id"), "title", 1);
    }

    @Test
    void ofOneTaskAreAllMadeAlsoWhenNewOnesComeMeanwhile() {
        assertAllMade("/v1/tasks/" + makeTask().text("id"), "title", 5);
    }

    @Test
    void ofOneProjectAreAllMade() {
        Answer made = ann.post("/v1/projects", "{\"key\": \"KAN\", \"name\": \"Garden\"}")
                .expect(201);

        assertAllMade(made.header("Location"), "name", 1);
    }

    @Test
    void ofOnesProfileAreAllMadeAndOnTheRecord() throws SQLException {
        assertAllMade("/v1/me", "name", 1);

        assertThat(recordedChanges(ann.get("/v1/me").expect(200).text("id"))).isEqualTo(THREADS);
    }

    @Test
    void ofTheSameVersionOneIsMade() {
        Answer made = makeTask();
        String path = "/v1/tasks/" + made.text("id");

        List<Integer> answers = Race.values(Race.of(
                THREADS,
                thread -> ann.patch(path, body("title", String.valueOf(thread)), "If-Match", made.header("ETag"))
                        .status()));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(version(ann.get(path))).isEqualTo(version(made) + 1);
    }

    /** Each makes a version of its own, and what the last of them wrote is there in the end. */
    private void assertAllMade(String path, String member, int turns) {
        long before = version(ann.get(path));

        List<Answer> answers = Race.values(Race.of(
                        THREADS,
                        thread -> IntStream.range(0, turns)
                                .mapToObj(turn -> ann.patch(path, body(member, thread + "." + turn)))
                                .toList()))
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(answers).hasSize(turns * THREADS).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(ChangesAtOnceJourneyTest::version)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 1, before + answers.size())
                        .boxed()
                        .toList());
        Answer stored = ann.get(path).expect(200);
        assertThat(answers)
                .filteredOn(answer -> version(answer) == version(stored))
                .singleElement()
                .extracting(Answer::json)
                .isEqualTo(stored.json());
    }

    private Answer makeTask() {
        return ann.post("/v1/tasks", "{\"title\": \"Wanted by all\"}").expect(201);
    }

    private static String body(String member, String who) {
        return "{\"" + member + "\": \"By " + who + "\"}";
    }

    private static long version(Answer answer) {
        return answer.json().required("version").asLong();
    }

    private static long recordedChanges(String person) throws SQLException {
        try (Connection connection = MUSTER.database().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from muster.audit_log where action = 'user_changed' and subject = ?")) {
            statement.setObject(1, UUID.fromString(person));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
