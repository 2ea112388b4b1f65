package dev.muster.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.application.user.RefreshUserStatistics;
import dev.muster.domain.user.Permission;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding people, and looking at them. */
class UserDirectoryHttpTest {

    @AutoClose
    private final RunningMuster muster = RunningMuster.start();

    private String admin;
    private Person ann;
    private Person bob;

    @BeforeEach
    void signUp() {
        admin = muster.admin().token();
        ann = muster.signUp();
        bob = muster.signUp();
    }

    @Test
    void listHasEveryoneNewestFirstPageByPage() {
        Answer first = get("?limit=2&count=true").expect(200);
        Answer rest = get("?limit=2&cursor=" + first.text("next_cursor")).expect(200);

        assertThat(ids(first)).containsExactly(bob.id(), ann.id());
        assertThat(first.json().path("has_more").asBoolean()).isTrue();
        assertThat(first.json().path("total_count").asLong()).isEqualTo(3);
        assertThat(first.header("Link"))
                .isEqualTo("</v1/users?limit=2&count=true&cursor=" + first.text("next_cursor") + ">; rel=\"next\"");
        assertThat(ids(rest)).hasSize(1);
        assertThat(rest.json().path("has_more").asBoolean()).isFalse();
        assertThat(rest.json().path("total_count").isNull()).isTrue();
        assertThat(rest.header("Link")).isNull();
    }

    @Test
    void filtersNarrow() {
        muster.post("/v1/users/" + bob.id() + "/suspend", admin, null).expect(200);
        String everythingOfAnn = "?q=" + ann.name() + "&email=" + ann.name().toUpperCase(java.util.Locale.ROOT)
                + "@example.org&username=" + ann.name() + "&status=active&role=user&created_after=2000-01-01T00:00:00Z"
                + "&created_before=9000-01-01T00:00:00Z";

        assertThat(ids(get(everythingOfAnn))).containsExactly(ann.id());
        assertThat(ids(get("?status=suspended"))).containsExactly(bob.id());
        assertThat(ids(get("?role=admin"))).hasSize(1).doesNotContain(ann.id(), bob.id());
        assertThat(ids(get("?q=" + ann.name() + "&status=suspended"))).isEmpty();
        assertThat(ids(get("?created_before=2000-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void deletedPeopleAreListedWhenTheyAreAskedFor() {
        muster.send("DELETE", "/v1/users/" + ann.id(), admin, null).expect(204);

        assertThat(ids(get(""))).doesNotContain(ann.id());
        Answer deleted = get("?status=deleted").expect(200);
        assertThat(ids(deleted)).containsExactly(ann.id());
        assertThat(deleted.json().path("data").path(0).path("deleted_at").isTextual())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "q=,invalid_parameter",
        "q=a%00b,invalid_parameter",
        "email=nobody,invalid_parameter",
        "username=a,invalid_parameter",
        "status=gone,invalid_parameter",
        "status=active&status=deleted,invalid_parameter",
        "role=Admin,invalid_parameter",
        "created_after=yesterday,invalid_parameter",
        "created_after=%2B999999999-12-31T23:59:59Z,invalid_parameter",
        "created_before=2025-13-01T00:00:00Z,invalid_parameter",
        "created_after=%2B294277-01-01T00:00:00Z,invalid_parameter",
        "limit=0,invalid_parameter",
        "count=yes,invalid_parameter",
        "cursor=AAAA,invalid_cursor",
        "name=ann,unknown_parameter"
    })
    void parametersThatAreNoneAreRefused(String query, String code) {
        get("?" + query).expectProblem(400, code);
    }

    @Test
    void textOfAHundredCharactersIsSearchedAndLongerIsRefused() {
        get("?q=" + "a".repeat(100)).expect(200);
        get("?q=" + "a".repeat(101)).expectProblem(400, "invalid_parameter");
    }

    @Test
    void personHasEveryMemberAndNoHash() {
        Answer answer = muster.get("/v1/users/" + ann.id(), admin).expect(200);

        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "email",
                        "username",
                        "name",
                        "status",
                        "is_active",
                        "is_email_verified",
                        "phone",
                        "is_phone_verified",
                        "roles",
                        "profile",
                        "created_at",
                        "updated_at",
                        "last_login_at",
                        "version",
                        "failed_login_attempts",
                        "locked_until",
                        "deleted_at",
                        "gdpr_consent_at",
                        "data_retention_until");
        assertThat(answer.json().path("failed_login_attempts").asInt()).isZero();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(muster.send(muster.request("/v1/users/" + ann.id(), admin)
                                .header("If-None-Match", answer.header("ETag"))
                                .GET())
                        .expect(304)
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00000000-0000-7000-8000-000000000000", "nobody"})
    void whoIsNotThereIsNotFound(String id) {
        muster.get("/v1/users/" + id, admin).expectProblem(404, "user_not_found");
        muster.get("/v1/users/" + id + "/sessions", admin).expectProblem(404, "user_not_found");
    }

    @Test
    void whoMayNotLearnsNothingAboutWhoIsThere() {
        for (String id : List.of(ann.id(), "00000000-0000-7000-8000-000000000000", "1")) {
            muster.get("/v1/users/" + id, bob.token()).expectProblem(403, "permission_missing");
        }
        muster.get("/v1/users?q=ann", bob.token()).expectProblem(403, "permission_missing");
    }

    @Test
    void sessionsOfSomeoneAreSeenAndEnded() {
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", elsewhere.token()).expect(200);

        JsonNode sessions = muster.get("/v1/users/" + ann.id() + "/sessions", admin)
                .expect(200)
                .json()
                .path("data");
        assertThat(sessions.findValuesAsText("id")).containsExactly(elsewhere.session(), ann.session());
        assertThat(sessions.findValuesAsText("current")).containsOnly("false");

        muster.send("DELETE", "/v1/users/" + ann.id() + "/sessions", admin, null)
                .expect(204);

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
        muster.get("/v1/me", elsewhere.token()).expectProblem(401, "invalid_access_token");
        assertThat(muster.get("/v1/users/" + ann.id() + "/sessions", admin)
                        .json()
                        .path("data"))
                .isEmpty();
        muster.get("/v1/me", bob.token()).expect(200);
    }

    @Test
    void whoMayOnlyReadEndsNoSessions() {
        String reader = muster.having(Permission.USERS_READ).token();

        muster.get("/v1/users/" + ann.id() + "/sessions", reader).expect(200);
        muster.send("DELETE", "/v1/users/" + ann.id() + "/sessions", reader, null)
                .expectProblem(403, "permission_missing");
        muster.get("/v1/me", ann.token()).expect(200);
    }

    @Test
    void statisticsTellHowManyThereAre() {
        new RefreshUserStatistics(muster.memory.unitOfWork, muster.memory.directory).refresh();

        JsonNode counts = muster.get("/v1/stats/users", admin).expect(200).json();

        assertThat(counts.path("active").asLong()).isEqualTo(3);
        assertThat(counts.path("deleted").asLong()).isZero();
        assertThat(counts.path("registered").path("last_day").asLong()).isEqualTo(3);
        assertThat(counts.path("signed_in").path("last_month").asLong()).isEqualTo(3);
        assertThat(counts.path("as_of").isTextual()).isTrue();
    }

    private Answer get(String query) {
        return muster.get("/v1/users" + query, admin);
    }

    private static List<String> ids(Answer list) {
        List<String> ids = new ArrayList<>();
        list.json().path("data").forEach(user -> ids.add(user.path("id").asText()));
        return ids;
    }
}
