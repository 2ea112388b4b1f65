package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.testkit.redis.RedisRunning;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four nodes on one database, two of them with a Redis: a profile that was changed on one is seen as it is on all within
 * a second (requirement E8).
 */
final class RememberedProfilesJourneyTest {

    private static final Duration IN_TIME = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final MusterRunning FIRST = MusterRunning.ofThisJvm();
    private static final RedisRunning REDIS = new RedisRunning();
    private static final Server ALONE = server(Map.of());
    private static final Server WITH_REDIS = server(Map.of("REDIS_URL", REDIS.url()));
    private static final Server ALSO_WITH_REDIS = server(Map.of("REDIS_URL", REDIS.url()));

    private final Person person = Person.join(FIRST.anonymous());
    private final String token = person.tokens().required("access_token").asText();
    private final List<Caller> nodes =
            List.of(FIRST.anonymous().undocumented().withToken(token), at(ALONE), at(WITH_REDIS), at(ALSO_WITH_REDIS));

    @BeforeAll
    static void start() {
        List.of(ALONE, WITH_REDIS, ALSO_WITH_REDIS).forEach(Server::start);
    }

    @AfterAll
    static void stop() {
        List.of(ALONE, WITH_REDIS, ALSO_WITH_REDIS).forEach(Server::close);
        REDIS.close();
    }

    @Test
    void changeIsSeenAtOnceWhereItWasMadeAndInTimeElsewhere() {
        for (Caller node : nodes) {
            assertChangeIsSeen(node);
        }
    }

    @Test
    void signInIsSeenWithItsVersionSoThatTheEntityTagIsTheStoredOne() {
        nodes.forEach(node -> node.get("/v1/me").expect(200));
        person.tokens();
        for (Caller node : nodes) {
            timeUntil(node, me -> me.json().required("version").asInt() == 3);
            String tag = node.get("/v1/me").header("ETag");
            node.patch("/v1/me", "{}", "If-Match", tag).expect(200);
        }
    }

    @Test
    void changeByHandIsSeenEverywhere() throws SQLException {
        nodes.forEach(node -> node.get("/v1/me").expect(200));
        FIRST.database().execute("update muster.users set name = 'By Hand' where username = '" + person.name() + "'");

        for (Caller node : nodes) {
            assertThat(timeUntil(node, me -> me.text("name").equals("By Hand"))).isLessThan(IN_TIME);
        }
    }

    @Test
    void changeIsSeenWhileRedisIsAwayAndWhenItIsBack() {
        assertChangeIsSeen(nodes.getLast());
        REDIS.stop();
        nodes.forEach(this::assertChangeIsSeen);
        REDIS.start();
        nodes.forEach(this::assertChangeIsSeen);
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
        nodes.forEach(this::assertChangeIsSeen);
    }

    private void assertChangeIsSeen(Caller changing) {
        nodes.forEach(node -> node.get("/v1/me").expect(200));
        String name = "Name " + System.nanoTime();
        changing.patch("/v1/me", "{\"name\": \"" + name + "\"}").expect(200);

        assertThat(changing.get("/v1/me").expect(200).text("name")).isEqualTo(name);
        for (Caller node : nodes) {
            assertThat(timeUntil(node, me -> me.text("name").equals(name))).isLessThan(IN_TIME);
        }
    }

    private static Duration timeUntil(Caller node, Predicate<Answer> seen) {
        long start = System.nanoTime();
        while (!seen.test(node.get("/v1/me").expect(200))) {
            assertThat(System.nanoTime() - start).as("time in vain").isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Caller at(Server server) {
        return new Caller(server.address(), null, token);
    }

    private static Server server(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(FIRST.variables());
        variables.putAll(more);
        return new Server(Settings.read(new Environment(variables)), System.out::println);
    }
}
