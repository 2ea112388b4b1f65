package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose password takes longer to check than a step is told apart; with a step above that, nobody is. */
final class EvenTimeJourneyTest {

    /** Several times what it takes to check a bcrypt hash of cost 12. */
    private static final Duration STEP = Duration.ofSeconds(2);

    /** At cost 12, made elsewhere. */
    private static final String BCRYPT = "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O";

    @Test
    void refusalsComeInTheSameStepWhateverHashTheAccountHas() {
        MusterRunning muster = MusterRunning.ofThisJvm();
        Caller admin = muster.admin("evener");
        admin.post("/v1/users", """
                        {"email": "even@example.org", "username": "even", "name": "Some One", "password_hash": "%s"}""".formatted(BCRYPT)).expect(201);
        Person ann = Person.join(muster.anonymous());
        Map<String, String> variables = new HashMap<>(muster.variables());
        variables.put("MUSTER_EVEN_STEP", STEP.toSeconds() + "s");
        try (var server = new Server(Settings.read(new Environment(variables)), System.out::println)) {
            server.start();
            Caller slow = Caller.at(server.address());
            refusal(slow, ann.name()); // the first of a server takes its time

            assertThat(refusal(slow, "even")).isOne();
            assertThat(refusal(slow, "nobody")).isOne();
            assertThat(refusal(slow, ann.name())).isOne();
        }
    }

    /** In whole steps. */
    private static long refusal(Caller caller, String identifier) {
        long begun = System.nanoTime();
        new Person(caller, identifier).logIn(identifier, "not the password").expectProblem(401, "invalid_credentials");
        return (System.nanoTime() - begun) / STEP.toNanos();
    }
}
