package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class EvenTimeHttpTest {

    private static final Duration STEP = Duration.ofMillis(200);

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start(Map.of(WebServer.EVEN_STEP, "200ms"));

    @Test
    void refusedSignInsComeNoEarlierThanTheStepWhoeverIsMeant() {
        Person ann = muster.signUp();

        assertThat(timeOf(() -> logIn(ann.name(), "not the password", 401))).isGreaterThanOrEqualTo(STEP);
        assertThat(timeOf(() -> logIn("nobody", "not the password", 401))).isGreaterThanOrEqualTo(STEP);
    }

    @Test
    void slashAtTheEndIsNoWayRound() {
        assertThat(timeOf(() -> muster.post("/v1/auth/login/", null, """
                {"identifier": "nobody", "password": "not the password"}""").expect(401)))
                .isGreaterThanOrEqualTo(STEP);
    }

    @Test
    void registrationsComeNoEarlierThanTheStepWhetherTheAddressIsKnownOrNot() {
        assertThat(timeOf(() -> register("zoe@example.org", "zoe1"))).isGreaterThanOrEqualTo(STEP);
        assertThat(timeOf(() -> register("zoe@example.org", "zoe2"))).isGreaterThanOrEqualTo(STEP);
    }

    @Test
    void whoIsLetInDoesNotWait() {
        Person ann = muster.signUp();
        Duration fastest = IntStream.range(0, 10)
                .mapToObj(number -> timeOf(() -> logIn(ann.name(), RunningMuster.PASSWORD, 200)))
                .min(Duration::compareTo)
                .orElseThrow();

        assertThat(fastest).isLessThan(STEP);
    }

    private static void logIn(String name, String password, int status) {
        muster.post("/v1/auth/login", null, """
                {"identifier": "%s", "password": "%s"}""".formatted(name, password)).expect(status);
    }

    private static void register(String email, String username) {
        muster.post("/v1/auth/register", null, """
                {"email": "%s", "username": "%s", "name": "Zoe", "password": "%s"}""".formatted(email, username, RunningMuster.PASSWORD))
                .expect(202);
    }

    private static Duration timeOf(Runnable request) {
        long begun = System.nanoTime();
        request.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
