package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.bootstrap.server.Server;
import dev.muster.bootstrap.settings.Environment;
import dev.muster.bootstrap.settings.Settings;
import dev.muster.testkit.database.TestDatabase;
import dev.muster.testkit.shared.Race;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is mailed, and what its links are good for: by a real SMTP server, on a database of its own. */
final class MailJourneyTest {

    private static final String NEW = "another good password";
    private static final String VERIFY = "verify your e-mail address";
    private static final String RESET = "choose a new password";
    private static final int MANY = 50;

    private static PostOffice office;
    private static TestDatabase database;
    private static Server server;
    private static Caller anonymous;

    @BeforeAll
    static void start() {
        office = PostOffice.open();
        database = TestDatabase.create();
        server = server(Map.of());
        anonymous = Caller.at(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
        office.close();
    }

    @Test
    void addressIsVerifiedByTheLinkThatIsMailedThere() {
        Person ann = Person.join(anonymous);
        Caller me = ann.signedIn();
        assertThat(isVerified(me)).isFalse();
        String token = office.awaitToken(ann.email(), VERIFY, "verify-email");

        follow("verify-email", token).expect(204);

        assertThat(isVerified(me)).isTrue();
        follow("verify-email", token).expectProblem(400, "invalid_token");
    }

    @Test
    void forgottenPasswordIsReplacedAndEverySessionEnds() {
        Person ann = Person.join(anonymous);
        JsonNode before = ann.tokens();
        Caller me = anonymous.withToken(before.required("access_token").asText());
        me.get("/v1/me").expect(200);
        want("forgot-password", ann.email()).expect(202);
        String token = office.awaitToken(ann.email(), RESET, "reset-password");

        reset(token, "short").expectProblem(422, "weak_password");
        reset(token, NEW).expect(204);

        me.get("/v1/me").expectProblem(401, "invalid_access_token");
        anonymous
                .post(
                        "/v1/auth/refresh",
                        "{\"refresh_token\": \""
                                + before.required("refresh_token").asText() + "\"}")
                .expectProblem(401, "invalid_refresh_token");
        ann.logIn(ann.name(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
        Caller again =
                anonymous.withToken(ann.logIn(ann.name(), NEW).expect(200).text("access_token"));
        assertThat(isVerified(again)).isTrue();
        reset(token, "yet another password").expectProblem(400, "invalid_token");
        office.awaitText(ann.email(), "your password was changed");
    }

    @Test
    void changedAddressIsConfirmedAtTheNewOneAndAnnouncedAtTheOld() {
        Person ann = Person.join(anonymous);
        String moved = "moved-" + ann.email();
        Caller me = ann.signedIn();
        me.post("/v1/me/email", "{\"email\": \"" + moved + "\", \"password\": \"" + Person.PASSWORD + "\"}")
                .expect(202);
        assertThat(office.awaitText(ann.email(), "is to be changed")).contains(moved);
        String token = office.awaitToken(moved, "confirm your new e-mail address", "confirm-email");
        assertThat(me.get("/v1/me").expect(200).text("email")).isEqualTo(ann.email());

        follow("confirm-email", token).expect(204);

        assertThat(me.get("/v1/me").expect(200).text("email")).isEqualTo(moved);
        assertThat(isVerified(me)).isTrue();
        assertThat(office.awaitText(ann.email(), "was changed")).contains(moved);
        ann.logIn(moved, Person.PASSWORD).expect(200);
        ann.logIn(ann.email(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
    }

    @Test
    void whoHasAnAccountAlreadyIsToldByMailAlone() {
        Person ann = Person.join(anonymous);

        Answer known = ann.register(ann.name() + "-again", NEW).expect(202);
        Answer fresh = new Person(anonymous, ann.name() + "-fresh")
                .register(ann.name() + "-fresh", NEW)
                .expect(202);

        assertThat(known.body()).isEqualTo(fresh.body());
        assertThat(known.response().headers().map().keySet())
                .isEqualTo(fresh.response().headers().map().keySet());
        office.awaitText(ann.email(), "you have an account already");
    }

    @Test
    void ownerIsToldOfALock() {
        Person ann = Person.join(anonymous);
        for (int i = 0; i < 10; i++) {
            ann.logIn(ann.name(), "not the password").expectProblem(401, "invalid_credentials");
        }

        ann.logIn(ann.name(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
        office.awaitText(ann.email(), "locked for a time");
        want("forgot-password", ann.email()).expect(202);
        reset(office.awaitToken(ann.email(), RESET, "reset-password"), NEW).expect(204);
        ann.logIn(ann.name(), NEW).expect(200);
    }

    @Test
    void letterWaitsWhileTheServerIsAwayAndGoesWhenItIsBack() throws SQLException {
        office.goAway();
        Person ann = new Person(anonymous, "waiting");
        try {
            ann.register(ann.name(), Person.PASSWORD).expect(202);
            awaitRow("due_at is not null and last_error is not null and email = '" + ann.email() + "'");
        } finally {
            office.comeBack();
        }

        // Not to wait for the pause that is made after a failure.
        database.execute("update muster.outbox set due_at = now() where email = '" + ann.email() + "'");
        follow("verify-email", office.awaitToken(ann.email(), VERIFY, "verify-email"))
                .expect(204);
        awaitRow("delivered_at is not null and attempts = 2 and email = '" + ann.email() + "'");
    }

    @Test
    void ofManyWhoUseOneResetTokenAtOnceOneSucceeds() {
        Person ann = Person.join(anonymous);
        want("forgot-password", ann.email()).expect(202);
        String token = office.awaitToken(ann.email(), RESET, "reset-password");

        List<Answer> answers = Race.values(Race.of(MANY, number -> reset(token, "a good password, number " + number)));

        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 204))
                .allSatisfy(answer -> answer.expectProblem(400, "invalid_token"));
        int good = IntStream.range(0, MANY)
                .filter(number -> answers.get(number).status() == 204)
                .findFirst()
                .orElseThrow();
        ann.logIn(ann.name(), "a good password, number " + good).expect(200);
    }

    @Test
    void accountWaitsForItsVerificationWhereThatIsWanted() {
        try (Server strict = server(Map.of("MUSTER_REQUIRE_VERIFIED_EMAIL", "true"))) {
            Caller caller = new Caller(strict.address(), anonymous.contract(), null);
            Person ann = Person.join(caller);
            ann.logIn(ann.name(), Person.PASSWORD).expectProblem(401, "invalid_credentials");
            String token = office.awaitToken(ann.email(), VERIFY, "verify-email");

            caller.post("/v1/auth/verify-email", token(token)).expect(204);

            assertThat(isVerified(ann.signedIn())).isTrue();
        }
    }

    private static Answer follow(String page, String token) {
        return anonymous.post("/v1/auth/" + page, token(token));
    }

    private static String token(String token) {
        return "{\"token\": \"" + token + "\"}";
    }

    private static Answer want(String page, String email) {
        return anonymous.post("/v1/auth/" + page, "{\"email\": \"" + email + "\"}");
    }

    private static Answer reset(String token, String password) {
        return anonymous.post("/v1/auth/reset-password", """
                {"token": "%s", "password": "%s"}""".formatted(token, password));
    }

    private static boolean isVerified(Caller me) {
        return me.get("/v1/me").expect(200).json().required("is_email_verified").asBoolean();
    }

    /** Returns when a letter is in this state. */
    private static void awaitRow(String condition) throws SQLException {
        long begin = System.nanoTime();
        while (!isRow(condition)) {
            assertThat(System.nanoTime() - begin)
                    .as(condition)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean isRow(String condition) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from muster.outbox where " + condition)) {
            return rows.next();
        }
    }

    private static Server server(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(MusterRunning.ofThisJvm().variables());
        variables.put("DATABASE_URL", MusterRunning.url(database));
        variables.put("MUSTER_SMTP_URL", office.url());
        variables.putAll(more);
        var server = new Server(Settings.read(new Environment(variables)), System.out::println);
        server.start();
        return server;
    }
}
