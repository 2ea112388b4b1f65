package dev.muster.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.SecondLane;
import dev.muster.bootstrap.journey.Answer;
import dev.muster.bootstrap.journey.Caller;
import dev.muster.bootstrap.journey.MusterRunning;
import dev.muster.bootstrap.journey.Person;
import dev.muster.testkit.database.TestDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while requests with keys run, and each is repeated to the next: none has two effects. */
@SecondLane
final class RepeatedAfterKillTest {

    private static final String SLEEPS = """
            create function public.sleeps() returns trigger language plpgsql as
                $$ begin perform pg_sleep(25); return new; end $$""";
    private static final String BEFORE_THE_ANSWER = "create trigger sleeps before update on muster.idempotency_keys"
            + " for each row when (old.answer is null and new.answer is not null) execute function public.sleeps()";
    private static final String BEFORE_THE_EFFECT =
            "create trigger sleeps before insert on muster.tasks for each row execute function public.sleeps()";

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void requestIsRunOnceThroughAKill() throws SQLException {
        try (TestDatabase database = TestDatabase.create()) {
            Caller before;
            Answer answered;
            CompletableFuture<Boolean> carriedOut;
            CompletableFuture<Boolean> cutOff;
            try (ServerProcess killed = ServerProcess.start(folder, variables(database))) {
                before = Person.join(Caller.at(killed.awaitAddress())).signedIn();
                answered = post(before, "answered").expect(201);
                database.execute("grant create on schema public to public; " + SLEEPS);
                database.execute(BEFORE_THE_ANSWER);
                carriedOut = isCut(before, "carried out");
                await(
                        database,
                        "select count(*) from muster.idempotency_keys where answer is null and effect_at > now() - interval '1 min'");
                database.execute(BEFORE_THE_EFFECT);
                cutOff = isCut(before, "cut off");
                await(
                        database,
                        "select count(*) from muster.idempotency_keys where answer is null and effect_at is null");
                killed.kill();
            }
            assertThat(carriedOut.join()).isTrue();
            assertThat(cutOff.join()).isTrue();
            endLeases(database);

            try (ServerProcess again = ServerProcess.start(folder, variables(database))) {
                Caller owner = Caller.at(again.awaitAddress()).withToken(before.token());
                Answer repeated = post(owner, "answered").expect(201);
                assertThat(repeated.body()).isEqualTo(answered.body());
                assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
                post(owner, "carried out").expectProblem(409, "idempotency_outcome_unknown");
                post(owner, "cut off").expect(201);
                assertThat(owner.get("/v1/tasks").json().required("data").findValuesAsText("title"))
                        .containsExactlyInAnyOrder("answered", "carried out", "cut off");
            }
        }
    }

    /** The title is the key. */
    private static Answer post(Caller owner, String title) {
        return owner.post("/v1/tasks", "{\"title\": \"" + title + "\"}", "Idempotency-Key", title.replace(' ', '-'));
    }

    private static CompletableFuture<Boolean> isCut(Caller owner, String title) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return post(owner, title).status() == 0;
            } catch (UncheckedIOException cut) {
                return true;
            }
        });
    }

    /** Returns when there is one. */
    private static void await(TestDatabase database, String count) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            int found;
            do {
                ServerProcess.pause();
                try (ResultSet row = statement.executeQuery(count)) {
                    row.next();
                    found = row.getInt(1);
                }
            } while (found != 1);
        }
    }

    /** As if a minute went by; what the dead server's connections were doing ends as well. */
    private static void endLeases(TestDatabase database) throws SQLException {
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and application_name = 'muster'");
        database.execute("drop function public.sleeps() cascade");
        database.execute(
                "update muster.idempotency_keys set lease_until = now() - interval '1 s' where answer is null");
    }

    /** Access tokens are to outlive the restart, so neither issuer nor master key may change. */
    private Map<String, String> variables(TestDatabase database) {
        return Map.of(
                "MUSTER_PORT",
                "0",
                "MUSTER_DATA",
                folder.resolve("data").toString(),
                "MUSTER_RATE_LIMIT",
                "off",
                "MUSTER_BASE_URL",
                MusterRunning.BASE_URL,
                "MUSTER_SECRET_KEY",
                "bXVzdGVyIG11c3RlciBtdXN0ZXIgbXVzdGVyIG11c3Q=",
                "DATABASE_URL",
                MusterRunning.url(database));
    }
}
