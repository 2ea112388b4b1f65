package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.domain.user.Permission;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles, and who has them. */
class RoleHttpTest {

    private static final String SUPPORT = "/v1/roles/support";

    @AutoClose
    private final RunningMuster muster = RunningMuster.start();

    private String admin;

    @BeforeEach
    void signIn() {
        admin = muster.admin().token();
    }

    @Test
    void rolesAreListedByName() {
        create("[\"users:read\"]").expect(201);

        JsonNode list = muster.get("/v1/roles", admin).expect(200).json();

        assertThat(list.path("data").findValuesAsText("name")).containsExactly("admin", "support", "user");
        assertThat(list.path("has_more").asBoolean()).isFalse();
        assertThat(list.path("next_cursor").isNull()).isTrue();
        assertThat(list.path("data").path(0).path("permissions"))
                .extracting(JsonNode::asText)
                .containsExactly("audit:read", "roles:write", "tokens:introspect", "users:read", "users:write");
        assertThat(list.path("data").path(0).path("is_built_in").asBoolean()).isTrue();
    }

    @Test
    void roleIsMadeReadChangedAndDeleted() {
        Answer made = create("[\"users:read\", \"audit:read\"]").expect(201);
        assertThat(made.header("Location")).isEqualTo(SUPPORT);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        Answer read = muster.get(SUPPORT, admin).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.json().path("permissions").toString()).isEqualTo("[\"audit:read\",\"users:read\"]");
        muster.send(muster.request(SUPPORT, admin)
                        .header("If-None-Match", "\"1\"")
                        .GET())
                .expect(304);

        Answer changed = patch("\"1\"", "{\"permissions\": [\"users:read\"]}").expect(200);
        assertThat(changed.text("description")).isEqualTo(made.text("description"));
        assertThat(changed.json().path("permissions").toString()).isEqualTo("[\"users:read\"]");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        patch("\"1\"", "{\"description\": \"Late\"}").expectProblem(412, "stale_version");
        assertThat(patch("*", "{\"permissions\": null, \"description\": \"Nothing\"}")
                        .expect(200)
                        .json()
                        .path("permissions"))
                .isEmpty();

        muster.send(muster.request(SUPPORT, admin)
                        .header("If-Match", "\"1\"")
                        .method("DELETE", BodyPublishers.noBody()))
                .expectProblem(412, "stale_version");
        muster.send("DELETE", SUPPORT, admin, null).expect(204);
        muster.get(SUPPORT, admin).expectProblem(404, "role_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | validation_failed",
                "{\"name\": \"A B\", \"description\": \"x\"} | 422 | validation_failed",
                "{\"name\": \"mine\", \"description\": \"\"} | 422 | validation_failed",
                "{\"name\": \"mine\", \"description\": \"x\", \"permissions\": [\"users:fly\"]} | 422 | validation_failed",
                "{\"name\": \"mine\", \"description\": \"x\", \"permissions\": [null]} | 400 | wrong_type",
                "{\"name\": \"mine\", \"description\": \"x\", \"is_built_in\": true} | 400 | unknown_property",
                "{\"name\": \"admin\", \"description\": \"x\"} | 409 | role_exists"
            })
    void roleThatIsNoneIsRefused(String body, int status, String code) {
        muster.post("/v1/roles", admin, body).expectProblem(status, code);
        muster.get("/v1/roles/mine", admin).expectProblem(404, "role_not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"description\": null} | 422 | validation_failed",
                "{\"description\": \"two\\nlines\"} | 422 | validation_failed",
                "{\"permissions\": [\"users:fly\"]} | 422 | validation_failed",
                "{\"name\": \"other\"} | 400 | unknown_property"
            })
    void changeThatIsNoneIsRefused(String body, int status, String code) {
        create("[]").expect(201);

        patch("*", body).expectProblem(status, code);
        assertThat(muster.get(SUPPORT, admin).json().path("version").asLong()).isOne();
    }

    @Test
    void builtInRolesStay() {
        for (String name : new String[] {"admin", "user"}) {
            muster.send("PATCH", "/v1/roles/" + name, admin, "{\"description\": \"x\"}")
                    .expectProblem(409, "role_built_in");
            muster.send("DELETE", "/v1/roles/" + name, admin, null).expectProblem(409, "role_built_in");
        }
    }

    @Test
    void grantedRoleCountsAtOnceAndIsTakenAtOnce() {
        create("[\"users:read\"]").expect(201);
        Person ann = muster.signUp();
        String path = "/v1/users/" + ann.id() + "/roles/support";
        muster.get("/v1/users", ann.token()).expectProblem(403, "permission_missing");

        muster.send("PUT", path, admin, null).expect(204);
        muster.send("PUT", path, admin, null).expect(204);

        muster.get("/v1/users", ann.token()).expect(200);
        assertThat(muster.get("/v1/me", ann.token()).json().path("roles").toString())
                .isEqualTo("[\"support\",\"user\"]");
        muster.send("DELETE", SUPPORT, admin, null).expectProblem(409, "role_in_use");
        patch("*", "{\"permissions\": []}").expect(200);
        muster.get("/v1/users", ann.token()).expectProblem(403, "permission_missing");
        muster.send("DELETE", path, admin, null).expect(204);
        muster.send("DELETE", path, admin, null).expect(204);
        muster.send("DELETE", SUPPORT, admin, null).expect(204);
    }

    @Test
    void grantIsForTheVersionOfTheAccountThatIsNamed() {
        Person ann = muster.signUp();
        String path = "/v1/users/" + ann.id() + "/roles/admin";

        muster.send(muster.request(path, admin).header("If-Match", "\"99\"").PUT(BodyPublishers.noBody()))
                .expectProblem(412, "stale_version");
        String tag = muster.get("/v1/users/" + ann.id(), admin).header("ETag");
        muster.send(muster.request(path, admin)
                        .header("If-Match", "\"98\", " + tag)
                        .PUT(BodyPublishers.noBody()))
                .expect(204);
    }

    @Test
    void roleOrPersonThatIsNotThereIsNotFound() {
        Person ann = muster.signUp();

        muster.send("PUT", "/v1/users/" + ann.id() + "/roles/nothing", admin, null)
                .expectProblem(404, "role_not_found");
        muster.send("PUT", "/v1/users/" + ann.id() + "/roles/No%20Role", admin, null)
                .expectProblem(404, "role_not_found");
        muster.send("DELETE", "/v1/users/1/roles/admin", admin, null).expectProblem(404, "user_not_found");
        muster.get("/v1/roles/UPPER", admin).expectProblem(404, "role_not_found");
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave() {
        Person helper = muster.having(Permission.USERS_READ, Permission.ROLES_WRITE);
        create("[\"audit:read\"]").expect(201);

        muster.send("PUT", "/v1/users/" + helper.id() + "/roles/admin", helper.token(), null)
                .expectProblem(403, "permission_missing");
        muster.send("PUT", "/v1/users/" + helper.id() + "/roles/support", helper.token(), null)
                .expectProblem(403, "permission_missing");
        muster.send("PATCH", SUPPORT, helper.token(), "{\"permissions\": []}").expectProblem(403, "permission_missing");
        muster.send("DELETE", SUPPORT, helper.token(), null).expectProblem(403, "permission_missing");
        muster.post("/v1/roles", helper.token(), """
                {"name": "more", "description": "More", "permissions": ["users:write"]}""").expectProblem(403, "permission_missing");
        muster.post("/v1/roles", helper.token(), """
                {"name": "same", "description": "Same", "permissions": ["users:read", "roles:write"]}""").expect(201);
    }

    private Answer create(String permissions) {
        return muster.post("/v1/roles", admin, """
                {"name": "support", "description": "Helps people", "permissions": %s}""".formatted(permissions));
    }

    private Answer patch(String tag, String body) {
        return muster.send(muster.request(SUPPORT, admin)
                .header("If-Match", tag)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }
}
