package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RequestLimitHttpTest {

    @AutoClose
    private final RunningMuster muster =
            RunningMuster.start(Map.of("test.limits", true, "test.proxies", "127.0.0.1, 10.0.0.0/8"));

    @Test
    void everyAnswerTellsTheLimit() {
        Answer first = from("192.0.2.1", "/v1/me").expectProblem(401, "missing_access_token");
        Answer second = from("192.0.2.1", "/v1/nothing").expectProblem(404, "route_not_found");

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=60");
        assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=99;t=60");
        assertThat(second.header("RateLimit")).isEqualTo("\"default\";r=98;t=60");
    }

    @Test
    void oneTooManyIsRefusedBeforeAnythingElse() {
        spend("192.0.2.2");
        muster.memory.clock.advance(Duration.ofMillis(500));

        Answer refused = from("192.0.2.2", "/v1/me").expectProblem(429, "rate_limited");

        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=100;w=60");
        assertThat(refused.header("RateLimit")).isEqualTo("\"default\";r=0;t=60");
        from("192.0.2.3", "/v1/me").expectProblem(401, "missing_access_token");

        muster.memory.clock.advance(Duration.ofMillis(59_500));
        from("192.0.2.2", "/v1/me").expectProblem(401, "missing_access_token");
    }

    @Test
    void whatRunsMusterIsNotLimited() {
        spend("192.0.2.4");

        Answer health = from("192.0.2.4", "/health/live").expect(200);
        assertThat(health.header("RateLimit")).isNull();
        from("192.0.2.4", "/docs/errors").expect(200);
    }

    @Test
    void oneWhoChangesAddressesInsideANetworkIsOne() {
        spend("2001:db8:1:2::1");

        from("2001:db8:1:2:ffff::2", "/v1/me").expectProblem(429, "rate_limited");
        from("2001:db8:1:3::1", "/v1/me").expectProblem(401, "missing_access_token");
    }

    @Test
    void pathInAnotherSpellingIsNoWayAround() {
        spend("192.0.2.5");

        assertThat(from("192.0.2.5", "/%761/me").status()).isIn(404, 429);
        assertThat(from("192.0.2.5", "//v1/me").status()).isIn(404, 429);
    }

    @Test
    void whoIsBehindAProxyIsNotOnThisMachine() {
        assertThat(from("192.0.2.6", "/health/db").json().path("database").isNull())
                .isTrue();
        assertThat(muster.get("/health/db", null).json().path("database").isObject())
                .isTrue();
    }

    private void spend(String address) {
        for (int i = 0; i < 100; i++) {
            from(address, "/v1/me").expectProblem(401, "missing_access_token");
        }
    }

    private Answer from(String address, String path) {
        return muster.send(muster.request(path).header("X-Forwarded-For", address));
    }
}
