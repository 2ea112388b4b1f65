package dev.muster.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.testkit.shared.Race;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Administrators and those whose accounts they keep, on a database of their own. */
final class AdministrationJourneyTest {

    /** Of the password of {@link Person}s followed by "staple", at cost 12, made elsewhere. */
    private static final String BCRYPT = "$2b$12$R9h/cIPz0gi.URNNX3kh2Otypn3bkM7zQS85euTJzcVyrV1urxB.O";

    private static final String IMPORTED = Person.PASSWORD + " staple";

    private static MusterRunning muster;
    private static Caller admin;

    @BeforeAll
    static void start() {
        muster = MusterRunning.start();
        admin = muster.admin("root");
    }

    @Test
    void accountThatCameFromElsewhereSignsInAndItsHashIsReplaced() throws SQLException {
        Answer made = create("imported", BCRYPT).expect(201);
        assertThat(hash("imported")).isEqualTo(BCRYPT);
        assertThat(made.body()).doesNotContain(BCRYPT);

        logIn("imported").expect(200);

        assertThat(hash("imported")).startsWith("$argon2id$");
        logIn("imported").expect(200);
        create("IMPORTED", BCRYPT).expectProblem(409, "username_taken");
        create("cheap", BCRYPT.replace("$12$", "$04$")).expectProblem(422, "validation_failed");
    }

    @Test
    void suspendedPersonIsRefusedAtOnceUntilReactivated() {
        String path = "/v1/users/" + create("shut", BCRYPT).expect(201).text("id");
        Caller shut = signedIn("shut");
        shut.get("/v1/me").expect(200);

        assertThat(admin.post(path + "/suspend", null).expect(200).text("status"))
                .isEqualTo("suspended");

        shut.get("/v1/me").expectProblem(401, "invalid_access_token");
        logIn("shut").expectProblem(401, "invalid_credentials");
        admin.post(path + "/suspend", null).expectProblem(409, "illegal_transition");
        admin.post(path + "/reactivate", null).expect(200);
        shut.get("/v1/me").expectProblem(401, "invalid_access_token");
        signedIn("shut").get("/v1/me").expect(200);
        JsonNode sessions = admin.get(path + "/sessions").expect(200).json().required("data");
        assertThat(sessions).hasSize(1);
        admin.delete(path + "/sessions").expect(204);
        assertThat(admin.get(path + "/sessions").expect(200).json().required("data"))
                .isEmpty();
    }

    @Test
    void roleCountsAtOnceAndSoDoesAChangeOfWhatItAllows() {
        String id = create("helper", BCRYPT).expect(201).text("id");
        String path = "/v1/users/" + id + "/roles/support";
        Caller helper = signedIn("helper");
        helper.get("/v1/users").expectProblem(403, "permission_missing");
        Answer role = admin.post("/v1/roles", """
                        {"name": "support", "description": "Helps people", "permissions": ["users:read", "users:write"]}""").expect(201);

        admin.send("PUT", path, null).expect(204);

        helper.get("/v1/users").expect(200);
        assertThat(helper.get("/v1/me").expect(200).json().required("roles").toString())
                .isEqualTo("[\"support\",\"user\"]");
        String root = admin.get("/v1/me").expect(200).text("id");
        helper.post("/v1/users/" + root + "/suspend", null).expectProblem(403, "permission_missing");
        helper.patch("/v1/users/" + root, "{\"email\": \"helper2@example.org\"}")
                .expectProblem(403, "permission_missing");
        admin.delete("/v1/roles/support").expectProblem(409, "role_in_use");
        admin.patch("/v1/roles/support", "{\"permissions\": []}", "If-Match", role.header("ETag"))
                .expect(200);
        helper.get("/v1/users").expectProblem(403, "permission_missing");
        admin.delete(path).expect(204);
        admin.delete("/v1/roles/support").expect(204);
    }

    @Test
    void peopleAreFoundPageByPage() {
        for (int i = 0; i < 3; i++) {
            create("zebra" + i, BCRYPT).expect(201);
        }

        Answer first = admin.get("/v1/users?q=zebra&limit=2&count=true").expect(200);
        Answer rest = admin.get("/v1/users?q=zebra&limit=2&cursor=" + first.text("next_cursor"))
                .expect(200);

        assertThat(first.json().required("total_count").asInt()).isEqualTo(3);
        assertThat(first.json().required("data").findValuesAsText("username")).containsExactly("zebra2", "zebra1");
        assertThat(rest.json().required("data").findValuesAsText("username")).containsExactly("zebra0");
        assertThat(rest.json().required("has_more").asBoolean()).isFalse();
        assertThat(admin.get("/v1/users?email=ZEBRA1@example.org")
                        .expect(200)
                        .json()
                        .required("data"))
                .hasSize(1);
        admin.get("/v1/stats/users").expect(200);
        admin.get("/v1/stats/tasks").expect(200);
    }

    @Test
    void changedAddressHasToBeVerifiedAgain() {
        Answer made = create("moving", BCRYPT).expect(201);
        String path = "/v1/users/" + made.text("id");

        Answer moved = admin.patch(
                        path,
                        "{\"email\": \"moved@example.org\", \"phone\": \"+14155550123\"}",
                        "If-Match",
                        made.header("ETag"),
                        "Content-Type",
                        "application/merge-patch+json")
                .expect(200);

        assertThat(moved.json().required("is_email_verified").asBoolean()).isFalse();
        admin.get(path, "If-None-Match", moved.header("ETag")).expect(304);
        admin.patch(path, "{\"name\": \"Late\"}", "If-Match", made.header("ETag"))
                .expectProblem(412, "stale_version");
        admin.patch(path, "{\"email\": \"root@example.org\"}").expectProblem(409, "email_taken");
    }

    @Test
    void erasedPersonIsGoneAndTheRecordStays() throws SQLException {
        String id = create("gone", BCRYPT).expect(201).text("id");
        String path = "/v1/users/" + id;
        Caller gone = signedIn("gone");
        gone.post("/v1/tasks", "{\"title\": \"mine\"}").expect(201);
        admin.post(path + "/erase", null).expectProblem(409, "illegal_transition");

        admin.delete(path).expect(204);
        gone.get("/v1/me").expectProblem(401, "invalid_access_token");
        admin.post(path + "/restore", null).expect(200);
        admin.delete(path).expect(204);
        admin.post(path + "/erase", null).expect(204);

        admin.get(path).expectProblem(404, "user_not_found");
        assertThat(number("select count(*) from muster.users where id = '" + id + "'"))
                .isZero();
        assertThat(number("select count(*) from muster.tasks where user_id = '" + id + "'"))
                .isZero();
        assertThat(number("select count(*) from muster.audit_log where action = 'user_erased' and subject is null"))
                .isPositive();
        assertThat(number("select count(*) from muster.audit_log where '" + id + "' in (actor, subject)"))
                .isZero();
        create("gone", BCRYPT).expect(201);
    }

    @Test
    void whicheverAdministratorsLeaveAtOnceOneRemains() throws SQLException {
        List<Caller> admins = new ArrayList<>(List.of(admin));
        List<String> ids =
                new ArrayList<>(List.of(admin.get("/v1/me").expect(200).text("id")));
        for (int i = 0; i < 5; i++) {
            String id = create("leaving" + i, BCRYPT).expect(201).text("id");
            admin.send("PUT", "/v1/users/" + id + "/roles/admin", null).expect(204);
            admins.add(signedIn("leaving" + i));
            ids.add(id);
        }

        List<Answer> answers = Race.values(
                Race.of(admins.size(), number -> leave(admins.get(number), "/v1/users/" + ids.get(number), number)));

        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .singleElement()
                .satisfies(answer -> answer.expectProblem(409, "last_admin"));
        assertThat(number("select count(*) from muster.users u join muster.user_roles r on r.user_id = u.id"
                        + " where r.role = 'admin' and u.status = 'active'"))
                .isOne();
        admin = muster.admin("next");
    }

    private static Answer leave(Caller who, String path, int way) {
        return switch (way % 3) {
            case 0 -> who.post(path + "/suspend", null);
            case 1 -> who.delete(path);
            default -> who.delete(path + "/roles/admin");
        };
    }

    private static Answer create(String name, String hash) {
        return admin.post("/v1/users", """
                {"email": "%s@example.org", "username": "%s", "name": "Some One", "password_hash": "%s"}""".formatted(name, name, hash));
    }

    private static Answer logIn(String name) {
        return new Person(muster.anonymous(), name).logIn(name, IMPORTED);
    }

    private static Caller signedIn(String name) {
        return muster.anonymous().withToken(logIn(name).expect(200).text("access_token"));
    }

    private static String hash(String name) throws SQLException {
        return value("select password_hash from muster.users where username = '" + name + "'");
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(value(query));
    }

    private static String value(String query) throws SQLException {
        try (Connection connection = muster.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
