package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OwnEmailHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start(Map.of("test.limits", true));

    @Test
    void noOneFillsAStrangersMailboxByWishesForTheirAddress() {
        Person eve = muster.signUp();
        for (int wish = 0; wish < 10; wish++) {
            want(eve).expect(202);
        }

        Answer refused = want(eve).expectProblem(429, "rate_limited");

        assertThat(refused.header("Retry-After")).isNotNull();
        want(muster.signUp()).expect(202);
    }

    private static Answer want(Person person) {
        return muster.post("/v1/me/email", person.token(), """
                {"email": "stranger@example.org", "password": "%s"}""".formatted(RunningMuster.PASSWORD));
    }
}
