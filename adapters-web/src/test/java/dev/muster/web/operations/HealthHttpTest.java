package dev.muster.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.application.operations.HealthQueries;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthHttpTest {

    private static final String DATABASE = "{\"status\":\"up\",\"database\":{\"reachable\":true,\"latency_ms\":0.15,"
            + "\"server_version\":\"18.6\",\"schema_version\":\"001\",\"cache_hit_ratio\":0.99,"
            + "\"connections\":{\"active\":1,\"idle\":3,\"waiting\":0,\"max\":4}}}";

    @AutoClose
    private final RunningMuster muster = RunningMuster.start();

    @Test
    void wellWithADatabase() {
        assertThat(muster.get("/health/live", null).expect(200).body())
                .isEqualTo("{\"status\":\"up\",\"database\":null}");
        assertThat(muster.get("/health/ready", null).expect(200).body())
                .isEqualTo("{\"status\":\"up\",\"database\":null}");
        Answer database = muster.get("/health/db", null).expect(200);
        assertThat(database.body()).isEqualTo(DATABASE);
        assertThat(database.header("Cache-Control")).isEqualTo("no-store");
        assertThat(muster.get("/health", null).expect(200).body()).isEqualTo(DATABASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void detailsAreNotForThoseWhomAProxyOnThisMachineSpeaksFor(String header) {
        for (String path : new String[] {"/health", "/health/db"}) {
            Answer answer = muster.send(muster.request(path).header(header, "for=whoever"));

            assertThat(answer.expect(200).body()).isEqualTo("{\"status\":\"up\",\"database\":null}");
        }
    }

    @Test
    void liveButNotReadyWithoutADatabase() {
        muster.memory.databaseHealth.setReachable(false);

        muster.get("/health/live", null).expect(200);
        muster.get("/health/ready", null).expect(503);
        assertThat(muster.get("/health", null).expect(503).text("status")).isEqualTo("down");
        Answer database = muster.get("/health/db", null).expect(503);
        assertThat(database.json().path("database").path("reachable").asBoolean())
                .isFalse();
        assertThat(database.json().path("database").path("latency_ms").isNull()).isTrue();
    }

    @Test
    void notReadyAnyMoreWhenAboutToStop() {
        muster.context().getBean(HealthQueries.class).stop();

        muster.get("/health/live", null).expect(200);
        muster.get("/health/ready", null).expect(503);
        muster.get("/health/db", null).expect(200);
    }
}
