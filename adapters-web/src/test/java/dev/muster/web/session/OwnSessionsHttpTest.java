package dev.muster.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.web.testing.Answer;
import dev.muster.web.testing.RunningMuster;
import dev.muster.web.testing.RunningMuster.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnSessionsHttpTest {

    @AutoClose
    private static final RunningMuster muster = RunningMuster.start();

    @Test
    void listHasOnesOwnLiveSessionsLastUsedFirst() {
        Person ann = muster.signUp();
        muster.signUp();
        Person ended = muster.signIn(ann.name());
        muster.post("/v1/auth/logout", ended.token(), null).expect(204);
        muster.memory.clock.advance(Duration.ofSeconds(1));
        String laptop = laptop(ann);

        JsonNode list = muster.get("/v1/me/sessions", ann.token()).expect(200).json();

        assertThat(list.fieldNames()).toIterable().containsExactly("data", "has_more", "next_cursor");
        assertThat(list.path("has_more").asBoolean(true)).isFalse();
        assertThat(list.path("next_cursor").isNull()).isTrue();
        assertThat(list.path("data"))
                .extracting(session -> session.path("id").asText())
                .containsExactly(laptop, ann.session());
        assertThat(list.path("data"))
                .extracting(session -> session.path("current").asBoolean())
                .containsExactly(false, true);
        JsonNode first = list.path("data").path(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "name", "ip", "user_agent", "created_at", "last_used_at", "expires_at", "current");
        assertThat(first.path("name").asText()).isEqualTo("Ann's laptop");
        assertThat(first.path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(first.path("user_agent").asText()).isEqualTo("Tester/1.0");
    }

    @Test
    void sessionThatIsEndedElsewhereIsRefusedAtOnce() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        muster.get("/v1/me", elsewhere.token()).expect(200);

        assertThat(end(ann, elsewhere.session()).expect(204).body()).isEmpty();

        muster.get("/v1/me", elsewhere.token()).expectProblem(401, "invalid_access_token");
        refresh(elsewhere.refreshToken()).expectProblem(401, "invalid_refresh_token");
        muster.get("/v1/me", ann.token()).expect(200);
        end(ann, elsewhere.session()).expect(204);
        assertThat(lineage(ann, elsewhere.session()).path(0).path("reason").asText())
                .isEqualTo("revoked");
    }

    @Test
    void onesOwnSessionCanBeEndedToo() {
        Person ann = muster.signUp();

        end(ann, ann.session()).expect(204);

        muster.get("/v1/me", ann.token()).expectProblem(401, "invalid_access_token");
    }

    @Test
    void someoneElsesSessionIsNotThere() {
        Person ann = muster.signUp();
        Person eve = muster.signUp();

        end(eve, ann.session()).expectProblem(404, "session_not_found");
        muster.get("/v1/me/sessions/" + ann.session() + "/lineage", eve.token())
                .expectProblem(404, "session_not_found");

        muster.get("/v1/me", ann.token()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "00000000-0000-7000-8000-000000000000", "00000000-0000-7000-8000-00000000000g"})
    void whatIsNoSessionIsNotFound(String id) {
        Person ann = muster.signUp();

        end(ann, id).expectProblem(404, "session_not_found");
        muster.get("/v1/me/sessions/" + id + "/lineage", ann.token()).expectProblem(404, "session_not_found");
    }

    @Test
    void signOutEverywhereEndsAllSessionsOfOnePersonOnly() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        Person eve = muster.signUp();
        muster.get("/v1/me", elsewhere.token()).expect(200);

        assertThat(muster.post("/v1/auth/logout-all", ann.token(), null)
                        .expect(204)
                        .body())
                .isEmpty();

        for (Person ended : new Person[] {ann, elsewhere}) {
            muster.get("/v1/me", ended.token()).expectProblem(401, "invalid_access_token");
            refresh(ended.refreshToken()).expectProblem(401, "invalid_refresh_token");
        }
        muster.get("/v1/me", eve.token()).expect(200);
    }

    @Test
    void lineageTellsWhatBecameOfEveryRefreshToken() {
        Person ann = muster.signUp();
        String second = refreshed(ann.refreshToken());
        String third = refreshed(second);

        Answer answer = muster.get("/v1/me/sessions/" + ann.session() + "/lineage", ann.token())
                .expect(200);

        JsonNode line = answer.json().path("data");
        assertThat(line).hasSize(3);
        assertThat(line.path(0).fieldNames())
                .toIterable()
                .containsExactly("id", "issued_at", "used_at", "expires_at", "replaced_by", "revoked_at", "reason");
        for (int i = 0; i < 2; i++) {
            assertThat(line.path(i).path("replaced_by"))
                    .isEqualTo(line.path(i + 1).path("id"));
            assertThat(line.path(i).path("used_at")).isEqualTo(line.path(i + 1).path("issued_at"));
        }
        assertThat(line.path(2).path("used_at").isNull()).isTrue();
        assertThat(line.path(2).path("reason").isNull()).isTrue();
        assertThat(answer.body()).doesNotContain(ann.refreshToken(), second, third, "hash", "token_");
    }

    @Test
    void lineageOfAStolenTokenSaysSo() {
        Person ann = muster.signUp();
        Person elsewhere = muster.signIn(ann.name());
        String second = refreshed(elsewhere.refreshToken());
        refreshed(second);
        refresh(elsewhere.refreshToken()).expectProblem(401, "refresh_token_reused");

        JsonNode last = lineage(ann, elsewhere.session()).path(2);

        assertThat(last.path("reason").asText()).isEqualTo("token_reused");
        assertThat(last.path("revoked_at").asText()).isNotEmpty();
    }

    @Test
    void lineageComesInPages() {
        Person ann = muster.signUp();
        refreshed(refreshed(ann.refreshToken()));
        String path = "/v1/me/sessions/" + ann.session() + "/lineage?limit=2";
        Answer first = muster.get(path, ann.token()).expect(200);
        String cursor = first.text("next_cursor");
        assertThat(first.json().path("data")).hasSize(2);
        assertThat(first.json().path("has_more").asBoolean()).isTrue();
        assertThat(first.header("Link")).isEqualTo("<" + path + "&cursor=" + cursor + ">; rel=\"next\"");

        Answer last = muster.get(path + "&cursor=" + cursor, ann.token()).expect(200);

        assertThat(last.json().path("data")).hasSize(1);
        assertThat(last.json().path("data").path(0).path("id"))
                .isEqualTo(first.json().path("data").path(1).path("replaced_by"));
        assertThat(last.json().path("has_more").asBoolean()).isFalse();
        assertThat(last.json().path("next_cursor").isNull()).isTrue();
        assertThat(last.header("Link")).isNull();
        String damaged = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
        muster.get(path + "&cursor=" + damaged, ann.token()).expectProblem(400, "invalid_cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=, invalid_cursor",
        "cursor=AAAA, invalid_cursor",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAA, invalid_cursor",
        "cursor=***, invalid_cursor",
        "limit=0, invalid_parameter",
        "limit=101, invalid_parameter",
        "count=true, unknown_parameter",
        "limit=1&limit=2, invalid_parameter"
    })
    void lineageRefusesOtherQueries(String query, String code) {
        Person ann = muster.signUp();

        muster.get("/v1/me/sessions/" + ann.session() + "/lineage?" + query, ann.token())
                .expectProblem(400, code);
    }

    private static String laptop(Person person) {
        return muster.send(muster.request("/v1/auth/login")
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Tester/1.0")
                        .POST(BodyPublishers.ofString("""
                                {"identifier": "%s", "password": "%s", "device_name": "Ann's laptop"}""".formatted(person.name(), RunningMuster.PASSWORD))))
                .expect(200)
                .text("session_id");
    }

    private static JsonNode lineage(Person person, String session) {
        return muster.get("/v1/me/sessions/" + session + "/lineage", person.token())
                .expect(200)
                .json()
                .path("data");
    }

    private static Answer end(Person person, String session) {
        return muster.send("DELETE", "/v1/me/sessions/" + session, person.token(), null);
    }

    /** Its successor, a second later. */
    private static String refreshed(String token) {
        muster.memory.clock.advance(Duration.ofSeconds(1));
        return refresh(token).expect(200).text("refresh_token");
    }

    private static Answer refresh(String token) {
        return muster.post("/v1/auth/refresh", null, "{\"refresh_token\": \"" + token + "\"}");
    }
}
