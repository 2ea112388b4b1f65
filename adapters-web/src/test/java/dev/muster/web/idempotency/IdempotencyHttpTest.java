package dev.muster.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What clients see of it, at routes of the product. */
class IdempotencyHttpTest {

    private static final String TASK = "{\"title\": \"Water the plants\"}";

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    private final Sender send = new Sender(muster);
    private final String key = UUID.randomUUID().toString();

    @Test
    void repeatGetsTheFirstAnswerAndMakesNothing() {
        Person ann = muster.signUp();
        Answer first = send.post("/v1/tasks", ann.token(), TASK, key).expect(201);
        Answer second = send.post("/v1/tasks", ann.token(), TASK, key).expect(201);

        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.body()).isEqualTo(first.body()).contains("Water the plants");
        for (String name :
                new String[] {"Content-Type", "Location", "ETag", "Cache-Control", "X-Content-Type-Options"}) {
            assertThat(second.header(name)).as(name).isNotNull().isEqualTo(first.header(name));
        }
        assertThat(second.header("X-Request-Id")).isNotEmpty().isNotEqualTo(first.header("X-Request-Id"));
        assertThat(tasks(ann)).isEqualTo(1);
    }

    @Test
    void answerWithAKeyIsThatWithoutOne() {
        Person ann = muster.signUp();
        Answer with = send.post("/v1/tasks", ann.token(), TASK, key).expect(201);
        Answer without = muster.post("/v1/tasks", ann.token(), TASK).expect(201);

        assertThat(with.json().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> without.json().fieldNames());
        assertThat(with.response().headers().map().keySet())
                .isEqualTo(without.response().headers().map().keySet());
        assertThat(with.header("Content-Type")).isEqualTo(without.header("Content-Type"));
        assertThat(tasks(ann)).isEqualTo(2);
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        try (RunningMuster fresh = RunningMuster.start()) {
            Person ann = fresh.signUp();
            fresh.task(ann, "Water the plants");
            new Sender(fresh).post("/v1/nothing", null, TASK, key).expectProblem(404, "route_not_found");
            new Sender(fresh).post("/v1/tasks", null, TASK, key).expectProblem(401, "missing_access_token");

            assertThat(new Sender(fresh).keys()).isZero();
            new Sender(fresh).post("/v1/tasks", ann.token(), TASK, key).expect(201);
            assertThat(new Sender(fresh).keys()).isEqualTo(1);
        }
    }

    @Test
    void keyIsReadFromPostsOnly() {
        Person ann = muster.signUp();
        String task = muster.task(ann, "Water the plants");

        muster.send(muster.request("/v1/tasks/" + task, ann.token()).header("Idempotency-Key", "two words"))
                .expect(200);
        muster.send(muster.request("/v1/tasks/" + task, ann.token())
                        .header("Idempotency-Key", "two words")
                        .DELETE())
                .expect(204);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        Person ann = muster.signUp();
        send.post("/v1/tasks", ann.token(), TASK, key).expect(201);

        Answer refused = send.post("/v1/tasks", ann.token(), "{\"title\": \"water the plants\"}", key)
                .expectProblem(422, "idempotency_key_reused");
        assertThat(refused.header("Idempotency-Replayed")).isNull();
        send.post("/v1/tasks", ann.token(), TASK + " ", key).expectProblem(422, "idempotency_key_reused");
        send.post("/v1/auth/logout", ann.token(), null, key).expectProblem(422, "idempotency_key_reused");
        muster.send(send.request("/v1/tasks", ann.token(), TASK, key)
                        .setHeader("Content-Type", "application/json; charset=utf-8"))
                .expectProblem(422, "idempotency_key_reused");
        assertThat(tasks(ann)).isEqualTo(1);
    }

    @Test
    void signOutOfAnotherSessionIsAnotherRequest() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        send.post("/v1/auth/logout", ann.token(), null, key).expect(204);

        send.post("/v1/auth/logout", elsewhere.token(), null, key).expectProblem(422, "idempotency_key_reused");
        muster.get("/v1/me", elsewhere.token()).expect(200);
    }

    @Test
    void sameKeyOfAnotherPersonIsAnotherKey() {
        Person ann = muster.signUp();
        Person bob = muster.signUp();
        String first =
                send.post("/v1/tasks", ann.token(), TASK, key).expect(201).text("id");

        Answer other = send.post("/v1/tasks", bob.token(), TASK, key).expect(201);
        assertThat(other.text("id")).isNotEqualTo(first);
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void keyOfAPersonHoldsInAllOfTheirSessions() {
        Person ann = muster.signUp();
        String first =
                send.post("/v1/tasks", ann.token(), TASK, key).expect(201).text("id");

        assertThat(send.post("/v1/tasks", muster.signIn(ann.name()).token(), TASK, key)
                        .expect(201)
                        .text("id"))
                .isEqualTo(first);
    }

    @Test
    void repeatNeedsAValidToken() {
        Person ann = muster.signUp();
        send.post("/v1/auth/logout", ann.token(), null, key).expect(204);

        send.post("/v1/auth/logout", ann.token(), null, key).expectProblem(401, "invalid_access_token");
    }

    @Test
    void refusalOfAUseCaseIsAResultAndIsRepeated() {
        Person ann = muster.signUp();
        String task = muster.task(ann, "Water the plants");
        String restore = "/v1/tasks/" + task + "/restore";
        Answer first = send.post(restore, ann.token(), null, key).expectProblem(409, "task_not_deleted");
        muster.send("DELETE", "/v1/tasks/" + task, ann.token(), null).expect(204);

        Answer second = send.post(restore, ann.token(), null, key).expect(409);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        send.post(restore, ann.token(), null, UUID.randomUUID().toString()).expect(200);
    }

    @Test
    void wrongValuesAreAResultToo() {
        Person ann = muster.signUp();
        String first = send.post("/v1/tasks", ann.token(), "{\"title\": \"\"}", key)
                .expectProblem(422, "validation_failed")
                .body();

        assertThat(send.post("/v1/tasks", ann.token(), "{\"title\": \"\"}", key)
                        .expect(422)
                        .body())
                .isEqualTo(first);
        send.post("/v1/tasks", ann.token(), TASK, key).expectProblem(422, "idempotency_key_reused");
    }

    @Test
    void requestThatNobodyUnderstoodLeavesTheKeyFree() {
        Person ann = muster.signUp();
        send.post("/v1/tasks", ann.token(), "{\"title\": ", key).expectProblem(400, "malformed_json");
        send.post("/v1/tasks", ann.token(), "{\"surprise\": 1}", key).expectProblem(400, "unknown_property");
        send.post("/v1/tasks", ann.token(), null, key).expectProblem(400, "missing_body");
        muster.send(send.request("/v1/tasks", ann.token(), TASK, key).setHeader("Content-Type", "text/plain"))
                .expectProblem(415, "unsupported_media_type");
        send.post("/v1/tasks", ann.token(), "{\"title\": \"" + "x".repeat(1 << 20) + "\"}", key)
                .expectProblem(413, "body_too_large");

        assertThat(send.post("/v1/tasks", ann.token(), TASK, key).expect(201).header("Idempotency-Replayed"))
                .isNull();
    }

    @Test
    void wrongPasswordLeavesTheKeyFree() {
        Person ann = muster.signUp();
        String wrong = credentials(ann.name(), "not the password");
        send.post("/v1/auth/login", null, wrong, key).expectProblem(401, "invalid_credentials");
        send.post("/v1/auth/login", null, wrong, key).expectProblem(401, "invalid_credentials");

        send.post("/v1/auth/login", null, credentials(ann.name(), RunningMuster.PASSWORD), key)
                .expect(200);
    }

    @Test
    void signInThatIsRepeatedIsTheSameSession() {
        Person ann = muster.signUp();
        String right = credentials(ann.name(), RunningMuster.PASSWORD);
        Answer first = send.post("/v1/auth/login", null, right, key).expect(200);
        Answer second = send.post("/v1/auth/login", null, right, key).expect(200);

        assertThat(second.body()).isEqualTo(first.body());
        muster.get("/v1/me", second.text("access_token")).expect(200);
        send.post("/v1/auth/login", null, credentials(ann.name(), "not the password"), key)
                .expectProblem(422, "idempotency_key_reused");
    }

    @Test
    void signInThatIsRepeatedEndsTheSessionThatTheClientHeldAndNoOther() {
        Person ann = muster.signUp();
        String right = credentials(ann.name(), RunningMuster.PASSWORD);
        Answer first = send.post("/v1/auth/login", ann.token(), right, key).expect(200);
        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");

        for (String held : new String[] {ann.token(), first.text("access_token")}) {
            assertThat(send.post("/v1/auth/login", held, right, key).expect(200).body())
                    .isEqualTo(first.body());
        }

        muster.get("/v1/me", first.text("access_token")).expect(200);
    }

    @Test
    void registrationThatIsRepeatedSendsOneLetter() {
        String body = """
                {"email": "zoe@example.org", "username": "zoe", "name": "Zoe", "password": "%s"}""".formatted(RunningMuster.PASSWORD);
        String first =
                send.post("/v1/auth/register", null, body, key).expect(202).body();
        Answer second = send.post("/v1/auth/register", null, body, key).expect(202);

        assertThat(second.body()).isEqualTo(first);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(muster.get("/dev/mailbox?to=zoe@example.org", null).json().path("data"))
                .hasSize(1);
    }

    @Test
    void afterADayTheKeyIsNew() {
        try (RunningMuster later = RunningMuster.start()) {
            Sender sender = new Sender(later);
            String address = "{\"email\": \"nobody@example.org\"}";
            sender.post("/v1/auth/forgot-password", null, address, key).expect(202);
            later.memory.clock.advance(Duration.ofHours(24).minusMillis(1));
            assertThat(sender.post("/v1/auth/forgot-password", null, address, key)
                            .header("Idempotency-Replayed"))
                    .isEqualTo("true");
            later.memory.clock.advance(Duration.ofMillis(1));
            assertThat(sender.post("/v1/auth/forgot-password", null, address, key)
                            .header("Idempotency-Replayed"))
                    .isNull();
        }
    }

    private static int tasks(Person person) {
        return muster.get("/v1/tasks", person.token()).json().path("data").size();
    }

    private static String credentials(String name, String password) {
        return """
                {"identifier": "%s", "password": "%s"}""".formatted(name, password);
    }
}
