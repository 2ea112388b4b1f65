package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks too often is told so, and when to come back. */
final class RateLimitJourneyTest {

    @Test
    void refusesWhoAsksTooOften() {
        Map<String, String> variables = new HashMap<>(MusterRunning.ofThisJvm().variables());
        variables.put("MUSTER_RATE_LIMIT", "3/1h");
        try (var server = new Server(Settings.read(new Environment(variables)), System.out::println)) {
            server.start();
            Caller caller = Caller.at(server.address());
            for (int left = 2; left >= 0; left--) {
                assertThat(caller.get("/v1/me")
                                .expectProblem(401, "missing_access_token")
                                .header("RateLimit"))
                        .isEqualTo("\"default\";r=" + left + ";t=3600");
            }

            Answer refused = caller.get("/v1/me").expectProblem(429, "rate_limited");

            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=3;w=3600");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
            caller.get("/health/live").expect(200);
        }
    }
}
